import { z } from 'zod'
import { changeContact } from '../../../../../commands/change-contact.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { Field, problemAt } from '../../../parts/form.tsx'
import { formPages } from '../form-page.tsx'
import { typedText } from './reason.tsx'

export const contact = formPages({
  path: 'lien-he',
  action: 'edit-contact',
  title: (words, name) => words.contactTitle(name),
  submit: words => words.contactSubmit,
  form: z.object({ email: typedText, phone: typedText }),
  blank: ({ enrolment: { person } }) => ({ email: person.email ?? '', phone: person.phone ?? '' }),
  refusals: () => [],
  body: ({ typed, problems, language, words }) => (
    <>
      <p>{words.contactLead}</p>
      <Field
        name="email"
        label={words.email}
        hint={words.emailHint}
        problem={problemAt(problems, 'email', language)}
      >
        <input
          type="email"
          id="email"
          name="email"
          value={typed.email}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="email-hint"
        />
      </Field>
      <Field
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        problem={problemAt(problems, 'phone', language)}
      >
        <input
          type="tel"
          id="phone"
          name="phone"
          value={typed.phone}
          autocomplete="off"
          aria-describedby="phone-hint"
        />
      </Field>
    </>
  ),
  async run(ports, { actor, data: { campaign, enrolment }, now, words }, typed) {
    const given = { enrolment: enrolment.id, ...typed }
    return mapResult(await changeContact(ports)(actor, campaign.code, given, now), () => words.contactDone)
  },
})
