import { factInWords, factsOf, isConfirmed, moodLine, promiseInWords, whoInWords } from '../models/brief.js'
import { agentName, plainName } from '../models/names.js'
import { reasonInWords } from '../models/reasons.js'
import { moodWord } from '../models/turns.js'
import { html } from '../vendor/htm-preact-standalone.js'
import { useWords } from '../words/index.js'
import { useMedia, useNow } from './hooks.js'
import { Icon } from './icons.js'
import { When } from './when.js'

const VERDICTS = [['too_late', 'judgeLate'], ['not_needed', 'judgeNeedless'], ['wrong_team', 'judgeTeam']]

const Row = ({ name, kind = '', children }) => html`<div class=${kind}><dt>${name}</dt><dd>${children}</dd></div>`
const chips = list => (list ?? []).map(word => html` <span class="chip" key=${word}>${plainName(word)}</span>`)

function Why({ why, onJudge }) {
  const { words, language } = useWords()
  return html`<${Row} name=${words.why}>
    ${why.map(({ reason, rule, words: because, at }) => html`<p key=${rule}>${reasonInWords(reason, language)}${chips(because)}
      <small class="fine">${words.rule} <code>${rule}</code> · <${When} at=${at} /></small></p>`)}
    <details class="judge"><summary>${words.judge}</summary><p>${VERDICTS.map(([verdict, word]) => html`
      <button type="button" class="button" key=${verdict} onClick=${() => onJudge(verdict)}>${words[word]}</button>`)}</p></details><//>`
}

function Mood({ mood }) {
  const { words } = useWords()
  const line = moodLine(mood.curve)
  return html`<${Row} name=${words.mood}><span class="brief-mood">${line && html`<svg viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true"><polyline points=${line} /></svg>`}
    <span class=${mood.value < -0.3 ? 'tense' : ''}>${moodWord(mood.value, words.moodWords)}</span>${chips(mood.words)}</span><//>`
}

/** What one reads first, in one glance: what they want, in their words, and how it came here. Folds to a line. */
export function Brief({ context, session, board, onJudge, onCopy }) {
  const { words, language } = useWords()
  const now = useNow()
  const roomy = useMedia('(min-width: 768px) and (min-height: 640px)')
  const { brief, conversation } = context
  const facts = factsOf(brief)
  const troubled = brief.mood.value < -0.1
  return html`<section class="brief" aria-label=${words.brief}>
    <details open=${roomy}>
      <summary><${Icon} name="down" size=${14} /><b>${brief.goal ? plainName(brief.goal) : words.goalUnknown}</b>
        ${facts.map(fact => html`<span class="tag" key=${fact.fact}>${factInWords(fact, words)}</span>`)}
        ${isConfirmed(brief) && html`<span class="brief-right"><${Icon} name="check" size=${13} />${words.confirmed}</span>`}</summary>
      <dl>
        ${brief.words.length > 0 && html`<${Row} name=${words.lastWords}>${brief.words.map(({ seq, text }) => html`<p class="brief-words" key=${seq} lang=${conversation.language} dir="auto">${String(text)}</p>`)}<//>`}
        ${brief.why.length > 0 && html`<${Why} why=${brief.why} onJudge=${onJudge} />`}
        ${(brief.tried.length > 0 || brief.misunderstood > 0) && html`<${Row} name=${words.tried}>
          ${brief.tried.map(({ seq, about, text }) => html`<p class="brief-tried" key=${seq} title=${text}><span>${plainName(about)}:</span> ${plainName(text)}</p>`)}
          ${brief.misunderstood > 0 && html`<p>${words.askedAgain(brief.misunderstood)}</p>`}<//>`}
        ${troubled && html`<${Mood} mood=${brief.mood} />`}
        ${brief.promises.length > 0 && html`<${Row} name=${words.promise}>${brief.promises.map(promise => html`<p key=${promise.id}>${promiseInWords(promise, words, language, now)}</p>`)}<//>`}
        ${brief.passed.map(({ agent, note, at }) => html`<${Row} key=${at} name=${plainName(agentName(agent, session, board))}><p class="brief-words">${String(note)}</p><//>`)}
        <${Row} name=${words.who}>${whoInWords(context, words, language)}<//>
      </dl>
    </details>
    <button type="button" class="icon-button" aria-label=${words.copyBrief} title=${words.copyBrief} onClick=${onCopy}><${Icon} name="copy" size=${16} /></button>
  </section>`
}
