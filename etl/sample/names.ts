import type { Random } from './random.ts'

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈'
const first = '建国志文春秀玉桂海永明金红丽晓小德庆凤世光云秋新福兰家美立长'
const second = '华英平军芳强杰敏静伟勇艳梅霞林生荣珍涛民辉龙娟萍飞鹏琴波洁鑫'

/** A name nobody in particular has. */
export function personName(random: Random): string {
  const given = random.chance(0.2) ? '' : oneOf(random, first)
  return oneOf(random, surnames) + given + oneOf(random, second)
}

function oneOf(random: Random, characters: string): string {
  return characters.charAt(random.whole(0, characters.length - 1))
}
