import { isGatheringBusy, isReady } from '../../../../domain/gathering.ts'
import { type Problem, sentence } from '../../../../domain/problems.ts'
import { numberIn } from '../../parts/figures.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { Table } from '../../parts/table.tsx'
import { gatheringPath, withQuery } from '../../paths.ts'
import { FILE_FILTERS, type FileFilter, filtered, ROWS } from './filter.ts'
import type { GatheringProps } from './props.ts'
import { FileRow, RefusedRow } from './row.tsx'
import { UploadForm } from './upload-form.tsx'

export interface CheckProps extends GatheringProps {
  readonly filter: FileFilter
  /** From 1. */
  readonly pageNumber: number
  readonly problems: readonly Problem[]
}

const pathOf = ({ data }: CheckProps, filter: FileFilter, page = 1): string =>
  withQuery(gatheringPath(data.campaign.code, data.gathering.id), {
    xem: filter,
    trang: page === 1 ? undefined : String(page),
  })

const Chips = (props: CheckProps) => {
  const { data, filter, language, words } = props
  return (
    <ul class="chips no-print" aria-label={words.sums}>
      {FILE_FILTERS.map(name => {
        const count = filtered(data.files, name).length
        return (
          <li key={name}>
            <a href={pathOf(props, name)} aria-current={name === filter ? 'true' : undefined}>
              {words.filter[name]} <span class="figures">{numberIn(count, language)}</span>
            </a>
          </li>
        )
      })}
    </ul>
  )
}

const Pager = (props: CheckProps & { readonly count: number }) => {
  const { filter, pageNumber, count, language, words } = props
  if (count <= ROWS) return null
  const n = (value: number) => numberIn(value, language)
  const from = (pageNumber - 1) * ROWS
  return (
    <nav class="row no-print" aria-label={words.table}>
      {pageNumber > 1 ? (
        <a class="touch" href={pathOf(props, filter, pageNumber - 1)}>
          {words.earlierPage}
        </a>
      ) : null}
      <span class="figures">{words.range(n(from + 1), n(Math.min(from + ROWS, count)), n(count))}</span>
      {from + ROWS < count ? (
        <a class="touch" href={pathOf(props, filter, pageNumber + 1)}>
          {words.laterPage}
        </a>
      ) : null}
    </nav>
  )
}

const Refused = (props: CheckProps) => {
  const { data, words } = props
  return (
    <Table caption={words.filter.refused} heads={[words.file, words.resultHead]}>
      {filtered(data.files, 'refused').map(file => (
        <RefusedRow key={file.id} {...props} file={file} />
      ))}
    </Table>
  )
}

const Choices = (props: CheckProps) => {
  const { data, filter, pageNumber, csrf, words } = props
  const all = filtered(data.files, filter)
  const shown = all.slice((pageNumber - 1) * ROWS, pageNumber * ROWS)
  if (shown.length === 0) return <p class="quiet">{words.noneHere}</p>
  return (
    <>
      <Form action={pathOf(props, filter, pageNumber)} csrf={csrf}>
        <div class="table-wrap">
          <table class="cards">
            <caption class="hidden">{words.table}</caption>
            <thead>
              <tr>
                <th scope="col">{words.file}</th>
                <th scope="col">{words.person}</th>
                <th scope="col">{words.topicsHead}</th>
                <th scope="col">
                  <span class="hidden">{words.leaveOut}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(file => (
                <FileRow key={file.id} {...props} file={file} />
              ))}
            </tbody>
          </table>
        </div>
        <div class="row actions sticky cards-actions">
          <button type="submit" class="button" name="next" value="review">
            {words.saveAndReview}
          </button>
          <button type="submit" class="button second" name="next" value="stay">
            {words.save}
          </button>
        </div>
      </Form>
      <Pager {...props} count={all.length} />
    </>
  )
}

const Files = (props: CheckProps) => {
  const { data, filter, language, words } = props
  const ready = data.files.filter(isReady).length
  return (
    <section class="stack" aria-labelledby="files-title">
      <div class="row">
        <h2 id="files-title">{words.total(numberIn(data.files.length, language))}</h2>
        {ready === 0 ? null : (
          <a class="button second" href={`${gatheringPath(data.campaign.code, data.gathering.id)}/xem-lai`}>
            {words.review(numberIn(ready, language))}
          </a>
        )}
      </div>
      <Chips {...props} />
      {filter === 'refused' ? <Refused {...props} /> : <Choices {...props} />}
    </section>
  )
}

/** Files come in and are looked at. */
export const CheckFiles = (props: CheckProps) => {
  const { data, problems, language, words, shared } = props
  const { gathering, files, campaign } = data
  const refused = gathering.archives.filter(({ state }) => state === 'refused')
  const isEmpty = files.length === 0
  return (
    <>
      <div id="problems">
        <ProblemSummary problems={problems} language={language} words={shared} />
      </div>
      {refused.map(({ fileId, name, problem }) => (
        <p key={fileId} class="note bad">
          {words.archiveRefused(name)}: {problem === null ? '' : sentence(problem, language)}
        </p>
      ))}
      {isEmpty ? null : <Files {...props} />}
      <details open={isEmpty || problems.length > 0} class="no-print">
        <summary>
          <h2 class="in-summary">{isEmpty ? words.addFiles : words.addMore}</h2>
        </summary>
        <UploadForm {...props} />
      </details>
      {isGatheringBusy(gathering) ? null : (
        <p class="no-print">
          <a class="touch" href={`${gatheringPath(campaign.code, gathering.id)}/bo`}>
            {words.discard}
          </a>
        </p>
      )}
    </>
  )
}
