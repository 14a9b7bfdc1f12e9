/** Table 四 of an invented body; `total` is what 行政复议 · 总计 is printed as. */
export const drawReviewReport = (
  total: string,
): string => `<html><head><meta charset="utf-8"><title>云岭县林业局2022年政府信息公开工作年度报告</title></head><body>
<h1>云岭县林业局2022年政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2><p>本局在2022年通过网站公开信息35条。</p>
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>
<table><tr><td colspan="5">行政复议</td><td colspan="10">行政诉讼</td></tr>
<tr>${'<td rowspan="2">结果维持</td><td rowspan="2">结果纠正</td><td rowspan="2">其他结果</td><td rowspan="2">尚未审结</td><td rowspan="2">总计</td>'}
<td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>
<tr>${'<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>'.repeat(2)}</tr>
<tr>${[1, 0, 0, 2, total, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1].map((n) => `<td>${n}</td>`).join('')}</tr></table>
<h2>五、存在的主要问题及改进情况</h2><p>人手不够，明年加强。</p></body></html>`;
