import type { Platform } from '../../../src/model/platform.js';

/**
 * A table whose rows open their page by a script, with a form that turns the pages. What a row opens is read from the script's text
 * (`src/discover/script-calls.ts`); only the form is special:
 *
 *     <tr onclick="showInfo('8812')"> ... function showInfo(id) { window.open('/info/' + id + '.html'); }
 *     <form name="pageForm" action="/zwgk/list.jsp" method="get"><input type="hidden" name="colid" value="31"> 共<b>4</b>页
 */
export const tableForm: Platform = {
  id: 'table-form',
  about: 'A table with rows that open by script, and a GET form that carries the page number.',
  signs: [
    { name: 'page-form', in: 'source', pattern: /<form\b[^<>]{0,200}\bname=["']pageForm["']/iu },
    { name: 'rows-open-by-script', in: 'source', pattern: /<(?:tr|td|li|a)\b[^<>]{0,300}\bonclick=/iu },
  ],
  paging: [
    {
      name: 'form-pages',
      patterns: [
        /<form\b[^<>]{0,200}\bname=["']pageForm["'][^<>]{0,200}\baction=["'](?<action>[^"'<>]{1,200})["']/iu,
        /<input\b[^<>]{0,100}\bname=["'](?<columnName>colid|columnId|channelId|catalogId)["'][^<>]{0,60}\bvalue=["'](?<column>\w{1,40})["']/iu,
        /<input\b[^<>]{0,100}\bname=["'](?<pageName>pageNo|page|currentPage|pageIndex)["']/iu,
        /共\s*(?:<[^<>]{1,60}>\s*)?(?<pages>\d{1,5})\s*(?:<[^<>]{1,60}>\s*)?页/u,
      ],
      base: '{action}',
      params: { '{columnName}': '{column}', '{pageName}': '{page}' },
      startsAt: 2,
      firstNumber: 1,
    },
  ],
};
