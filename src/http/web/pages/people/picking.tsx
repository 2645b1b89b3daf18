import type { ComponentChildren } from 'preact'
import { numberIn } from '../../parts/figures.tsx'
import { Form } from '../../parts/form.tsx'
import { Icon } from '../../parts/icon.tsx'
import { callListPath, choosePath, exportPath } from '../selection/paths.ts'
import { fieldsOf } from './filter.ts'
import type { ListProps } from './props.ts'

const Tools = ({ data: { campaign, total }, filter, language, words }: ListProps) => {
  const fields = fieldsOf(filter)
  return (
    <div class="row tools no-print">
      <label class="choice">
        <input type="checkbox" name="all" value="1" data-total={total} />
        {words.pickAll(numberIn(total, language))}
      </label>
      <span class="row">
        {(['xlsx', 'csv'] as const).map(format => (
          <a key={format} class="touch" href={exportPath(campaign.code, format, { filter: fields })}>
            <Icon name="download" /> {words.exportAll[format]}
          </a>
        ))}
        <a class="touch" href={callListPath(campaign.code, { unit: filter.unit })}>
          <Icon name="telephone-fill" /> {words.callList}
        </a>
        <button type="button" class="link-button touch" data-print>
          <Icon name="printer" /> {words.print}
        </button>
      </span>
    </div>
  )
}

/** The rows with their boxes, and the bar that says how many are ticked and what can be done to them. */
export const Picking = (props: ListProps & { readonly children: ComponentChildren }) => {
  const { data, filter, deeds, chosen, csrf, words, children } = props
  const shown = new Set(data.items.map(({ id }) => id))
  const elsewhere = [...chosen].filter(id => !shown.has(id))
  return (
    <Form action={choosePath(data.campaign.code)} csrf={csrf}>
      {Object.entries(fieldsOf(filter)).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      <input type="hidden" name="chosen" value={elsewhere.join(',')} />
      <Tools {...props} />
      {children}
      <div class="sticky pick-bar row">
        <span class="row">
          <span role="status" data-told={words.picked}>
            {words.withPicked}
          </span>
          <button type="button" id="pick-none" class="link-button" hidden>
            {words.pickNone}
          </button>
        </span>
        <span class="row deeds">
          {deeds.map((deed, index) => (
            <button
              key={deed}
              type="submit"
              name="deed"
              value={deed}
              class={index === 0 ? 'button' : 'button second'}
            >
              {words.deeds[deed]}
            </button>
          ))}
        </span>
      </div>
    </Form>
  )
}
