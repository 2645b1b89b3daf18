import { sizeIn } from '../../parts/figures.tsx'
import { OFFERED } from '../../parts/file-types.ts'
import { Field, Form } from '../../parts/form.tsx'
import { gatheringPath } from '../../paths.ts'
import type { GatheringProps } from './props.ts'

/** Files, a ZIP or a folder. Its module sends them some at a time; without it the browser sends the whole form. */
export const UploadForm = ({ data, csrf, language, words, shared }: GatheringProps) => {
  const { campaign, gathering } = data
  const { types, maxBytes } = campaign.fileRules
  const names = [...new Set(types.map(type => OFFERED[type].name))].join(', ')
  const told = { words: { ...words, problemSummary: shared.problemSummary }, language }
  return (
    <Form
      action={`${gatheringPath(campaign.code, gathering.id)}/tep`}
      csrf={csrf}
      upload
      data={{ 'data-told': JSON.stringify(told) }}
    >
      <Field name="files" label={words.files} hint={words.filesHint(names, sizeIn(maxBytes, language))}>
        <input type="file" id="files" name="file" multiple aria-describedby="files-hint" />
      </Field>
      <Field name="folder" label={words.folder} hint={words.folderHint}>
        <input
          type="file"
          id="folder"
          name="file"
          multiple
          aria-describedby="folder-hint"
          {...{ webkitdirectory: true }}
        />
      </Field>
      <div class="row actions">
        <button type="submit" class="button">
          {words.upload}
        </button>
      </div>
    </Form>
  )
}
