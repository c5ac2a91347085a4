/** Files travel beside the frames: brought before the message that refers to them, fetched when seen. */
export class Files {
  #base
  #token

  constructor(server, token) {
    this.#base = `${server.replace(/\/+$/, '')}/chat/files`
    this.#token = token
  }

  /** `fetch` tells no progress, hence the older way. Rejects with a code. */
  bring(file, onProgress) {
    return new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const answered = () => {
        const { status, response } = request
        if (status === 201) resolve(response)
        else reject(response?.code ?? (status === 413 ? 'file_too_big' : 'offline'))
      }
      request.open('POST', `${this.#base}?name=${encodeURIComponent(file.name)}`)
      request.responseType = 'json'
      request.setRequestHeader('Content-Type', 'application/octet-stream')
      request.setRequestHeader('Authorization', `Bearer ${this.#token()}`)
      request.upload.onprogress = ({ loaded, total }) => onProgress(total ? loaded / total : 0)
      request.onload = answered
      request.onerror = request.onabort = request.ontimeout = () => reject('offline')
      request.send(file)
    })
  }

  async load({ id }) {
    const response = await fetch(`${this.#base}/${id}`, { headers: { Authorization: `Bearer ${this.#token()}` }, credentials: 'omit' })
    if (!response.ok) throw new Error(`HTTP ${response.status}`)
    return response.blob()
  }
}
