import { Back } from './back.tsx'
import { Form } from './form.tsx'

/** What is about to happen, to how many, and the one button that repeats it. */
export const Confirm = ({
  title,
  lines,
  button,
  isDangerous = false,
  action,
  csrf,
  back,
}: {
  readonly title: string
  readonly lines: readonly string[]
  readonly button: string
  readonly isDangerous?: boolean
  readonly action: string
  readonly csrf: string
  readonly back: { readonly href: string; readonly label: string }
}) => (
  <>
    <Back {...back} />
    <h1>{title}</h1>
    {lines.map(line => (
      <p key={line}>{line}</p>
    ))}
    <Form action={action} csrf={csrf}>
      <div class="row actions">
        <button type="submit" class={isDangerous ? 'button danger' : 'button'}>
          {button}
        </button>
      </div>
    </Form>
  </>
)
