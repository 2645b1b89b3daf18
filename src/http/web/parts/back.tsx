/** The way up, above a page's heading. */
export const Back = ({ href, label }: { readonly href: string; readonly label: string }) => (
  <p class="back no-print">
    <a href={href}>{label}</a>
  </p>
)
