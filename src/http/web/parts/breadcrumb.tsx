import type { CampaignCode } from '../../../domain/campaign.ts'
import type { Unit } from '../../../domain/unit.ts'
import { unitPath } from '../paths.ts'

/** The way up, as far as somebody's scope reaches. */
export const Breadcrumb = ({
  campaign,
  units,
  label,
}: {
  readonly campaign: CampaignCode
  /** Highest first. */
  readonly units: readonly Unit[]
  readonly label: string
}) =>
  units.length === 0 ? null : (
    <nav class="crumbs no-print" aria-label={label}>
      <ol>
        {units.map(({ code, name }) => (
          <li key={code}>
            <a href={unitPath(campaign, code)}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
