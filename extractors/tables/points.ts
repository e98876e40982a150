/** Words with which a numbered point, a part or a note begins: never the rest of a sentence above. */

const BEGINS_POINT =
  /^(?:第[一二三四五六七八九十百\d]+[部分章节条]|[（(]?[一二三四五六七八九十]{1,3}[)）、.．]|[（(]?\d{1,2}(?:[)）、．]|\.(?!\d)|\.(?=(?:19|20)\d\d年))|[①-⑳]|[-•●◆■—*·]|附[件表]|注[:：\d]|备注)/;

export function beginsPoint(text: string): boolean {
  return BEGINS_POINT.test(text.trim());
}
