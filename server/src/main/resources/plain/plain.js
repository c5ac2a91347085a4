for (const code of document.querySelectorAll('.embed')) {
  code.textContent = code.textContent.replace('src="', `src="${location.origin}`)
}
