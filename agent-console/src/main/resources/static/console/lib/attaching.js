import * as attachments from '../models/attachments.js'
import { uuid } from './uuid.js'

/** Brings an agent's files to the server as soon as they are chosen. */
export function createAttaching({ api, store, isOver }) {
  const set = (id, change) => store.set(state => ({ chosen: { ...state.chosen, [id]: change(state.chosen[id]) } }))

  async function bring(id, key, file) {
    try {
      const attachment = await api.file(file)
      set(id, list => attachments.arrived(list, key, attachment))
    } catch (problem) {
      isOver(problem)
      set(id, list => attachments.refused(list, key, problem.code))
    }
  }

  return {
    add(id, files) {
      for (const file of files) {
        const key = uuid()
        set(id, list => attachments.going(list, key, file))
        bring(id, key, file)
      }
    },
    again(id, { key, file }) {
      set(id, list => attachments.again(list, key))
      bring(id, key, file)
    },
    clear: id => set(id, () => []),
    remove: (id, key) => set(id, list => attachments.without(list, key)),
    /** For the answer that is sent now. */
    take(id) {
      const files = attachments.ready(store.get().chosen[id])
      set(id, attachments.left)
      return files
    },
    back: (id, files) => set(id, list => attachments.back(list, files)),
    busy: id => attachments.busy(store.get().chosen[id]),
    any: id => attachments.ready(store.get().chosen[id]).length > 0,
  }
}
