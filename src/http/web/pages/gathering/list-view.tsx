import { checkOpen, type Gathering } from '../../../../domain/gathering.ts'
import type { GatheringsView } from '../../../../queries/gatherings.ts'
import { Field, Form } from '../../parts/form.tsx'
import { Moment } from '../../parts/moment.tsx'
import { Table } from '../../parts/table.tsx'
import { type Look, Tag, WORK } from '../../parts/tag.tsx'
import { UnitOptions } from '../../parts/unit-options.tsx'
import { gatheringPath } from '../../paths.ts'
import type { GatheringWords } from './words.ts'

interface Props {
  readonly data: GatheringsView
  readonly unit: string | undefined
  readonly csrf: string
  readonly now: Date
  readonly words: GatheringWords
}

const LOOKS: Readonly<Record<Gathering['state'], Look>> = {
  open: ['soon', 'clock-fill'],
  ...WORK,
}

const Earlier = ({ data: { gatherings, units }, now, words }: Props) => {
  const names = new Map(units.map(({ code, name }) => [code, name]))
  return (
    <section class="stack" aria-labelledby="earlier-title">
      <h2 id="earlier-title">{words.earlier}</h2>
      {gatherings.length === 0 ? (
        <p class="quiet">{words.nothingYet}</p>
      ) : (
        <Table
          caption={words.earlier}
          heads={[words.when, words.stateHead, [words.unitHead, 'desk'], [words.who, 'desk']]}
        >
          {gatherings.map(gathering => {
            const isOver = checkOpen(gathering, now).some(({ code }) => code === 'gathering-expired')
            return (
              <tr key={gathering.id}>
                <th scope="row">
                  <a href={gatheringPath(gathering.campaign, gathering.id)}>
                    <Moment at={gathering.startedAt} />
                  </a>
                </th>
                <td>
                  <Tag
                    look={isOver ? ['', 'dash-circle'] : LOOKS[gathering.state]}
                    word={isOver ? words.expired : words.state[gathering.state]}
                  />
                </td>
                <td class="desk">{names.get(gathering.unit)}</td>
                <td class="desk">{gathering.by.name}</td>
              </tr>
            )
          })}
        </Table>
      )}
    </section>
  )
}

export const Gatherings = (props: Props) => {
  const { data, unit, csrf, words } = props
  return (
    <>
      <div class="stack-close">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <div class="no-print">
        <Form action={gatheringPath(data.campaign.code)} csrf={csrf}>
          <Field name="unit" label={words.unit} hint={words.unitHint}>
            <select id="unit" name="unit" aria-describedby="unit-hint">
              <UnitOptions units={data.units} selected={unit ?? data.units[0]?.code} />
            </select>
          </Field>
          <div class="row actions">
            <button type="submit" class="button">
              {words.start}
            </button>
          </div>
        </Form>
      </div>
      <Earlier {...props} />
    </>
  )
}
