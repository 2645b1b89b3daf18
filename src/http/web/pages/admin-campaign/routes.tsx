import { z } from 'zod'
import { changeCampaign } from '../../../../commands/change-campaign.ts'
import { createCampaign } from '../../../../commands/create-campaign.ts'
import { previewCampaignChange } from '../../../../commands/preview-campaign-change.ts'
import type { Campaign } from '../../../../domain/campaign.ts'
import { firstCampaign } from '../../../../domain/campaign-change.ts'
import type { Problem } from '../../../../domain/problems.ts'
import { mapResult, ok, type Result } from '../../../../domain/result.ts'
import type { Ports } from '../../../../ports/index.ts'
import { campaignSeal } from '../../../../queries/campaign-seal.ts'
import { getCampaign, suggestCampaign } from '../../../../queries/campaigns.ts'
import { campaignCode } from '../../../../wire/campaign.ts'
import type { Route } from '../../../route.ts'
import { adminFrame, adminPath } from '../../admin.ts'
import { type PageContext, page, type Redirect, type View } from '../../page.ts'
import { campaignForm, type TypedCampaign, typedOf } from './form.ts'
import { PreviewPage } from './preview-view.tsx'
import { readForm } from './read-form.ts'
import { EditCampaign, NewCampaign } from './view.tsx'
import { WORDS } from './words.ts'

type Shown = Pick<PageContext<undefined, undefined, undefined>, 'language' | 'words' | 'csrf'>

const params = z.object({ c: campaignCode })
const PATH = `${adminPath('campaigns')}/:c`

const showNew = (
  { language, words, csrf }: Shown,
  model: Campaign | null,
  typed: TypedCampaign,
  problems: readonly Problem[],
): View => ({
  frame: { ...adminFrame('campaigns', WORDS[language].createTitle, words), isNarrow: true },
  problems,
  content: (
    <NewCampaign {...{ model, typed, problems, csrf, language }} words={WORDS[language]} shared={words} />
  ),
})

const showEdit = (
  { language, words, csrf }: Shown,
  campaign: Campaign,
  typed: TypedCampaign,
  problems: readonly Problem[],
): View => ({
  frame: { ...adminFrame('campaigns', campaign.name, words), isNarrow: true },
  problems,
  content: (
    <EditCampaign {...{ campaign, typed, problems, csrf, language }} words={WORDS[language]} shared={words} />
  ),
})

/** The last campaign on dates that lie ahead; where there is none, an empty one. */
const modelOf = (ports: Ports) => async (now: Date) => {
  const suggested = await suggestCampaign(ports)(undefined, now)
  return suggested.ok ? suggested.value : null
}

export const adminCampaignPages = (ports: Ports): readonly Route[] => [
  page({
    method: 'get',
    path: adminPath('campaigns', 'moi'),
    access: ['admin'],
    handle: async context => {
      const model = await modelOf(ports)(context.now)
      return ok(showNew(context, model, typedOf(model ?? firstCampaign(context.now)), []))
    },
  }),
  page({
    method: 'post',
    path: adminPath('campaigns', 'moi'),
    access: ['admin'],
    form: campaignForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, form: typed, now, language } = context
      const model = await modelOf(ports)(now)
      const read = readForm(model ?? firstCampaign(now), typed, WORDS[language])
      const created = read.ok ? await createCampaign(ports)(actor, read.value, now) : read
      if (!created.ok) return ok(showNew(context, model, typed, created.problems))
      return ok({ redirect: adminPath('campaigns', created.value.code), flash: WORDS[language].created })
    },
  }),
  page({
    method: 'get',
    path: PATH,
    access: ['admin'],
    params,
    handle: async context =>
      mapResult(await getCampaign(ports)(context.params.c), campaign =>
        showEdit(context, campaign, typedOf(campaign), []),
      ),
  }),
  page({
    method: 'post',
    path: PATH,
    access: ['admin'],
    params,
    form: campaignForm,
    handle: async (context): Promise<Result<View | Redirect>> => {
      const { actor, params, form, now, language, words, csrf } = context
      const { step, ...typed } = form
      const found = await getCampaign(ports)(params.c)
      if (!found.ok) return found
      const campaign = found.value
      if (step === 'edit') return ok(showEdit(context, campaign, typed, []))
      // Told once that somebody else changed it, an admin goes on from what it is now.
      const again = { ...typed, seen: campaignSeal(campaign) }
      const read = readForm(campaign, typed, WORDS[language])
      if (!read.ok) return ok(showEdit(context, campaign, typed, read.problems))
      const change = { ...read.value, seen: typed.seen }
      if (step === 'confirm') {
        const changed = await changeCampaign(ports)(actor, params.c, change, now)
        if (!changed.ok) return ok(showEdit(context, campaign, again, changed.problems))
        return ok({ redirect: adminPath('campaigns', params.c), flash: WORDS[language].changed })
      }
      const preview = await previewCampaignChange(ports)(actor, params.c, change, now)
      if (!preview.ok) return ok(showEdit(context, campaign, again, preview.problems))
      return ok({
        frame: { ...adminFrame('campaigns', WORDS[language].confirmTitle, words), isNarrow: true },
        content: (
          <PreviewPage
            preview={preview.value}
            {...{ typed, csrf, language }}
            words={WORDS[language]}
            shared={words}
          />
        ),
      })
    },
  }),
]
