import { bindPhotos as bind } from '../../src/commands/bind-photos.ts'
import { processor } from '../processor.ts'

export const bindPhotos = processor('bind-photos', async (ports, { file }, now) => {
  await bind(ports)(file, now)
})
