import type { Campaign } from '../../../../domain/campaign.ts'
import { adminPath } from '../../admin.ts'
import { Back } from '../../parts/back.tsx'
import { Form, ProblemSummary } from '../../parts/form.tsx'
import { unitPath, withQuery } from '../../paths.ts'
import type { SharedWords } from '../../words.ts'
import type { FormProps } from './form-parts.tsx'
import { CampaignFields } from './form-view.tsx'

type Props = Omit<FormProps, 'isNew'> & { readonly csrf: string; readonly shared: SharedWords }

/** Making one: `model` is what it was copied from; null: there was none. */
export const NewCampaign = (props: Props & { readonly model: Campaign | null }) => {
  const { model, problems, csrf, language, words, shared } = props
  return (
    <>
      <Back href={adminPath('campaigns')} label={words.list} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{words.createTitle}</h1>
      {model === null ? null : <p>{words.createLead(model.name)}</p>}
      <Form action={adminPath('campaigns', 'moi')} csrf={csrf}>
        <CampaignFields {...props} isNew />
        <div class="row actions">
          <button type="submit" class="button">
            {words.create}
          </button>
        </div>
      </Form>
    </>
  )
}

export const EditCampaign = (props: Props & { readonly campaign: Campaign }) => {
  const { campaign, problems, csrf, language, words, shared } = props
  return (
    <>
      <Back href={adminPath('campaigns')} label={words.list} />
      <ProblemSummary problems={problems} language={language} words={shared} />
      <h1>{campaign.name}</h1>
      <p>
        <a class="touch" href={unitPath(campaign.code)}>
          {words.progress}
        </a>
        <a class="touch" href={withQuery(adminPath('audit'), { target: `campaign:${campaign.code}` })}>
          {words.log}
        </a>
        <a class="touch" href={adminPath('campaigns', campaign.code, 'thu')}>
          {words.mailTexts}
        </a>
      </p>
      <Form action={adminPath('campaigns', campaign.code)} csrf={csrf}>
        <CampaignFields {...props} isNew={false} />
        <div class="row actions">
          <button type="submit" class="button">
            {words.preview}
          </button>
        </div>
      </Form>
    </>
  )
}
