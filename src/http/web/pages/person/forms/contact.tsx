import { z } from 'zod'
import { changeContact } from '../../../../../commands/change-contact.ts'
import { mapResult } from '../../../../../domain/result.ts'
import { InputField } from '../../../parts/fields.tsx'
import { formPages, typedText } from '../form-page.tsx'

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
      <InputField
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={typed.email}
        autocomplete="off"
        problems={problems}
        language={language}
      />
      <InputField
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        value={typed.phone}
        autocomplete="off"
        problems={problems}
        language={language}
      />
    </>
  ),
  async run(ports, { actor, data: { campaign, enrolment }, now, words }, typed) {
    const given = { enrolment: enrolment.id, ...typed }
    return mapResult(await changeContact(ports)(actor, campaign.code, given, now), () => words.contactDone)
  },
})
