import type { Campaign, Topic } from '../../../../domain/campaign.ts'
import { type Problem, problem } from '../../../../domain/problems.ts'
import { ok, type Result, refuse } from '../../../../domain/result.ts'
import { clean } from '../../../../domain/vietnamese.ts'
import { campaignCode, topicCode } from '../../../../wire/campaign.ts'
import { isFileType, MEGABYTE, type TypedCampaign, typedOf } from './form.ts'
import { linesIn, moment, type Says, whole } from './read-fields.ts'
import { readReminders } from './read-reminders.ts'
import { readReports } from './read-reports.ts'
import type { CampaignWords } from './words.ts'

const topicsIn = (typed: TypedCampaign, say: Says, words: CampaignWords): readonly Topic[] => {
  const topics: Topic[] = []
  for (const [index, typedCode] of typed.topicCode.entries()) {
    const code = typedCode.trim()
    const title = clean(typed.topicTitle[index] ?? '')
    if (code === '' && title === '') continue
    const at = `topicCode-${index}`
    if (code === '' || title === '') say(at, words.topicNeeded)
    else if (!topicCode.safeParse(code).success) say(at, words.topicCodeWrong)
    else if (topics.some(topic => topic.code === code)) say(at, words.topicTwice)
    else topics.push({ code, title })
  }
  if (topics.length === 0) say('topicCode-0', words.topicNeeded)
  return topics
}

/** What the form says, or everything that is wrong with it, each at its field. What the form does not have stays as in `model`. */
export const readForm = (model: Campaign, typed: TypedCampaign, words: CampaignWords): Result<Campaign> => {
  const problems: Problem[] = []
  const say: Says = (at, reason) => problems.push(problem('input-not-valid', { reason }, at))
  const code = campaignCode.safeParse(typed.code.trim())
  if (!code.success) say('code', code.error.issues[0]?.message ?? words.needed)
  const name = clean(typed.name)
  if (name === '' || name.length > 300) say('name', words.needed)
  const questions = linesIn(typed.questions)
  if (questions.length === 0 || questions.length > 20) say('questions', words.needed)
  const types = typed.types.filter(isFileType)
  if (types.length === 0) say('types', words.typesNeeded)
  const topics = topicsIn(typed, say, words)
  const campaign: Campaign = {
    ...model,
    code: code.success ? code.data : model.code,
    name,
    topics,
    requiredTopics:
      typed.requiredTopics === 'all'
        ? 'all'
        : whole(typed.requiredTopics, 'requiredTopics', [1, Math.max(1, topics.length)], say, words),
    opensAt: moment(typed.opensAt, 'opensAt', say, words),
    dueAt: moment(typed.dueAt, 'dueAt', say, words),
    closesAt: moment(typed.closesAt, 'closesAt', say, words),
    graceSeconds: whole(typed.graceSeconds, 'graceSeconds', [0, 86_400], say, words),
    fileRules: {
      maxBytes:
        typed.maxMegabytes === typedOf(model).maxMegabytes
          ? model.fileRules.maxBytes
          : whole(typed.maxMegabytes, 'maxMegabytes', [1, 200], say, words) * MEGABYTE,
      types,
    },
    // The words of its mails have a page of their own.
    reminders: { ...readReminders(typed, say, words), texts: model.reminders.texts },
    reports: readReports(typed, say, words),
    questions,
  }
  const [first, ...more] = problems
  return first === undefined ? ok(campaign) : refuse(first, ...more)
}
