import type { Enrolment } from '../../../../domain/enrolment.ts'
import { isReceived } from '../../../../domain/essay.ts'
import { nameIn } from '../../../../domain/gathered/admit.ts'
import type { Gathered } from '../../../../domain/gathering.ts'
import { sentence } from '../../../../domain/problems.ts'
import { numberIn, sizeIn } from '../../parts/figures.tsx'
import { type Look, Tag } from '../../parts/tag.tsx'
import { topicsIn } from '../../parts/topics.tsx'
import { gatheringPath } from '../../paths.ts'
import type { GatheringProps } from './props.ts'

type RowProps = GatheringProps & { readonly file: Gathered }

const CAUTION: Look = ['soon', 'exclamation-triangle-fill']

/** A file's name, where it lay, and how large it is. */
export const FileCell = ({
  file: { path, parts },
  language,
  words,
}: Pick<RowProps, 'file' | 'language' | 'words'>) => {
  const name = nameIn(path)
  const folder = path.slice(0, -name.length - 1)
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  return (
    <div class="file">
      <span class="anywhere">{name}</span>
      <span class="quiet small anywhere">
        {folder === '' ? '' : `${folder} · `}
        {parts.length > 1 ? `${words.pages(numberIn(parts.length, language))} · ` : ''}
        {size === 0 ? '' : sizeIn(size, language)}
      </span>
    </div>
  )
}

/** "Trần Văn An, LĐLĐ huyện Văn Lâm" */
export const personIn = ({ cast }: Pick<GatheringProps, 'cast'>, { person, unit }: Enrolment): string =>
  [person.name, cast.units.get(unit)].filter(Boolean).join(', ')

const Cautions = ({ file, data, cast, words, shared }: RowProps) => {
  const { campaign, doubled } = data
  const person = cast.people.get(file.enrolment ?? '')
  const received = file.topics.filter(topic => isReceived(person?.heads[topic]?.state ?? 'missing'))
  const twice = doubled.get(file.id) ?? []
  const isAsTold = file.enrolment !== null && file.enrolment === file.match.enrolment
  const cautions = [
    ...(isAsTold && file.match.by === 'number' ? [words.byNumber] : []),
    ...(file.match.isTopicUnclear && file.topics.length === 0 ? [words.topicUnclear] : []),
    ...(person?.exemption == null ? [] : [words.exempt]),
    ...(twice.length === 0 ? [] : [words.doubled(topicsIn(campaign, twice, shared))]),
    ...(received.length === 0 ? [] : [words.received(topicsIn(campaign, received, shared))]),
  ]
  return (
    <>
      {cautions.map(caution => (
        <div key={caution} class="caution">
          <Tag look={CAUTION} word={caution} />
        </div>
      ))}
    </>
  )
}

const PersonChoice = (props: RowProps) => {
  const { file, data, cast, language, words } = props
  const name = nameIn(file.path)
  const ids = [...new Set([...(file.enrolment === null ? [] : [file.enrolment]), ...file.match.candidates])]
  const people = ids.flatMap(id => cast.people.get(id) ?? [])
  const nobody =
    people.length > 1 && file.enrolment === null
      ? words.chooseOne(numberIn(people.length, language))
      : words.nobody
  return (
    <>
      <select name={`who.${file.id}`} aria-label={words.personFor(name)}>
        <option value="">{nobody}</option>
        {people.map(person => (
          <option key={person.id} value={person.id} selected={person.id === file.enrolment}>
            {personIn(props, person)}
          </option>
        ))}
      </select>
      <a
        class="touch small"
        href={`${gatheringPath(data.campaign.code, data.gathering.id)}/tep/${file.id}`}
        aria-label={words.otherFor(name)}
      >
        {words.other}
      </a>
    </>
  )
}

/** One file in the form: whose it is, what about, whether to leave it out. */
export const FileRow = (props: RowProps) => {
  const { file, data, language, words } = props
  const name = nameIn(file.path)
  return (
    <tr>
      <th scope="row">
        <input type="hidden" name="file" value={file.id} />
        <FileCell file={file} language={language} words={words} />
        <Cautions {...props} />
      </th>
      <td>
        <PersonChoice {...props} />
      </td>
      <td>
        <fieldset class="ticks" aria-label={words.topicsFor(name)}>
          {data.campaign.topics.map(({ code, title }, i) => (
            <label key={code} class="tick" title={title}>
              <input
                type="checkbox"
                name={`topics.${file.id}`}
                value={code}
                checked={file.topics.includes(code)}
              />
              {words.topic(i + 1)}
            </label>
          ))}
        </fieldset>
      </td>
      <td>
        <label class="tick">
          <input
            type="checkbox"
            name={`skip.${file.id}`}
            value="yes"
            checked={file.state === 'skipped'}
            aria-label={words.leaveOutFor(name)}
          />
          <span aria-hidden="true">{words.leaveOut}</span>
        </label>
      </td>
    </tr>
  )
}

export const RefusedRow = ({ file, language, words }: RowProps) => (
  <tr>
    <th scope="row">
      <FileCell file={file} language={language} words={words} />
    </th>
    <td>{file.problem === null ? '' : sentence(file.problem, language)}</td>
  </tr>
)
