/** Words to look for, in the address: what was found can be kept and sent. */
export const SearchForm = ({
  action,
  value,
  label,
  button,
  keep,
}: {
  readonly action: string
  readonly value: string
  readonly label: string
  readonly button: string
  /** What else the address says. */
  readonly keep: Readonly<Record<string, string | undefined>>
}) => (
  <form method="get" action={action} role="search" class="row picker no-print">
    <label for="q">{label}</label>
    <input type="search" id="q" name="q" value={value} />
    {Object.entries(keep).map(([name, kept]) =>
      kept === undefined ? null : <input key={name} type="hidden" name={name} value={kept} />,
    )}
    <button type="submit" class="button second">
      {button}
    </button>
  </form>
)
