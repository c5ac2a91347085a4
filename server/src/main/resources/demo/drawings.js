const SVG = 'http://www.w3.org/2000/svg'

/** Each drawing is a list of shapes: class and path, on a field of 240 x 180. */
const DRAWINGS = {
  bench: [
    ['shade', 'M28 156h184'],
    ['wood', 'M38 58h164v14H38zM38 80h164v14H38zM30 112h180v13H30z'],
    ['metal', 'M54 52v104M186 52v104M40 125v31M200 125v31M54 102H34v10M186 102h20v10'],
  ],
  can: [
    ['shade', 'M60 158h112'],
    ['green', 'M84 76h72l8 74a8 8 0 0 1-8 8H84a8 8 0 0 1-8-8z'],
    ['light', 'M80 108h80l2 16H78z'],
    ['metal', 'M158 118c26-6 34-34 42-62M192 50l20 10M96 76c-4-46 52-46 50 0M78 92c-40-10-38 50 0 46'],
  ],
  bed: [
    ['shade', 'M34 160h172'],
    ['leaf', 'M70 84c-18-8-22-30-8-44 14 12 18 30 8 44zM112 84c-14-16-10-40 8-52 14 16 10 40-8 52zM160 84c-10-18 0-38 16-42 8 18 0 36-16 42zM92 84c-2-12-12-20-22-20 0 12 10 20 22 20zM138 84c2-12 14-20 24-18-2 12-12 18-24 18z'],
    ['earth', 'M46 80h148v12H46z'],
    ['wood', 'M42 90h156v20H42zM42 113h156v20H42zM42 136h156v18H42z'],
    ['metal', 'M52 90v70M188 90v70'],
  ],
  lamp: [
    ['glow', 'M120 96m-66 0a66 66 0 1 0 132 0a66 66 0 1 0-132 0'],
    ['shade', 'M74 160h92'],
    ['metal', 'M120 34v-14M104 20h32M90 60c0-34 60-34 60 0M86 60h68M86 140h68M94 60v80M146 60v80M78 152h84'],
    ['glass', 'M94 62h52v76H94z'],
    ['flame', 'M120 84c14 16 16 28 12 36a13 13 0 0 1-24 0c-4-8 0-20 12-36z'],
  ],
  drill: [
    ['shade', 'M50 160h138'],
    ['green', 'M70 48h78a14 14 0 0 1 14 14v20a10 10 0 0 1-10 10h-30l10 40H98L86 92h-6a18 18 0 0 1-18-18V56a8 8 0 0 1 8-8z'],
    ['dark', 'M90 132h50a6 6 0 0 1 6 6v16H84v-16a6 6 0 0 1 6-6zM162 58h14l10 6v14l-10 6h-14z'],
    ['metal', 'M186 71h28M118 98l6 6'],
    ['light', 'M76 58h54v8H76z'],
  ],
  gloves: [
    ['shade', 'M58 160h126'],
    ['wood', 'M66 152V96c-10-12-14-26-6-28s14 12 18 20V44c0-10 14-10 14 0v32-42c0-10 15-10 15 0v42-34c0-10 14-10 14 0v58c0 22-8 30-8 52z'],
    ['leaf', 'M128 152v-50c0-30-2-58 2-60 10-4 12 8 12 18v22-36c0-10 15-10 15 0v36-30c0-10 14-10 14 0v38c4-8 10-20 18-18s4 18-4 30c-6 14-10 22-10 50z'],
    ['light', 'M64 134h52v16H64zM126 134h52v16h-52z'],
  ],
}

export function drawing(name) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 240 180')
  svg.setAttribute('aria-hidden', 'true')
  for (const [kind, d] of DRAWINGS[name]) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', kind)
    path.setAttribute('d', d)
    svg.append(path)
  }
  return svg
}
