import type { CampaignCode, TopicCode } from '../../domain/campaign.ts'
import type { EnrolmentId } from '../../domain/enrolment.ts'
import { handInPath, myEssaysPath, myReceiptPath, ticked, writePath } from './pages/my-essays/paths.ts'
import { personPath, withQuery } from './paths.ts'

/** Where handing in leads from and to: a cadre does it on pages of his own, staff below the person's page. */
export interface Place {
  readonly home: string
  /** With these topics ticked; none: those that are owed. */
  readonly handIn: (topics?: readonly TopicCode[]) => string
  /** Of a hand-in, named by one of its receipts. */
  readonly receipt: (code: string) => string
  /** null: nobody types an essay for somebody else. */
  readonly write: ((topic: TopicCode) => string) | null
}

export const ownPlace = (campaign: CampaignCode): Place => ({
  home: myEssaysPath(campaign),
  handIn: (topics = []) => handInPath(campaign, topics),
  receipt: code => myReceiptPath(campaign, code),
  write: topic => writePath(campaign, topic),
})

export const personPlace = (campaign: CampaignCode, enrolment: EnrolmentId): Place => {
  const home = personPath(campaign, enrolment)
  return {
    home,
    handIn: (topics = []) => ticked(`${home}/nop`, topics),
    receipt: code => withQuery(`${home}/giay-xac-nhan`, { ma: code }),
    write: null,
  }
}
