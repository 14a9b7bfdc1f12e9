import type { Platform } from '../../../src/model/platform.js';

/**
 * The first entries are in the page as XML inside of a script, each a piece of HTML in a CDATA section; the others come from
 * `/module/web/jpage/dataproxy.jsp`, by the numbers of the first and the last entry:
 *
 *     <script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="...">...</a></li>]]></record>
 *     $('#4321').jpage({ itemTotal: 63, perPage: 15, proxyUrl: '/module/web/jpage/dataproxy.jsp?columnid=12&unitid=4321' })
 *
 * The answer has the same records, with or without the XML around them.
 */
export const recordProxy: Platform = {
  id: 'record-proxy',
  about: 'Records of HTML in XML, further ones from dataproxy.jsp by startrecord and endrecord.',
  signs: [{ name: 'data-store', in: 'source', pattern: /<datastore>|\/jpage\/dataproxy\.jsp/u }],
  fragments: [/<record>\s*<!\[CDATA\[(?<html>[\s\S]{0,5000}?)\]\]>\s*<\/record>/gu],
  paging: [
    {
      name: 'record-window',
      patterns: [
        /(?<proxy>\/module\/(?:web|jslib)\/jpage\/dataproxy\.jsp\?[^"'<>\]\s]{1,500})/u,
        /(?:itemTotal|totalRecord|nTotalRecord)['"]?\s*[:=]\s*['"]?(?<items>\d{1,6})/u,
        /perPage['"]?\s*[:=]\s*['"]?(?<size>\d{1,4})/iu,
      ],
      base: '{proxy}',
      params: { startrecord: '{from}', endrecord: '{to}', perpage: '{size}' },
      startsAt: 2,
      firstNumber: 1,
    },
  ],
};
