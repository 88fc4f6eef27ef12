/** The page that describes the JSON API, written from the OpenAPI document. */
import type { Assets } from "../web/pages.js";
import { document } from "../web/pages.js";
import { type Html, html } from "../web/html.js";

interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  title?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}
interface Content {
  content?: { "application/json": { schema: Schema } };
}
interface Operation {
  summary: string;
  parameters?: { name: string; in: string; description?: string }[];
  requestBody?: Content;
  responses: Record<string, Content & { description: string }>;
}
interface Description {
  info: { title: string; description: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

/** The whole description for people; every schema has an anchor. */
export function apiPage(assets: Assets, description: object): string {
  const { info, paths, components } = description as Description;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) =>
      operationHtml(method, path, operation),
    ),
  );
  const schemas = Object.entries(components.schemas).map(([name, schema]) =>
    schemaHtml(name, schema),
  );
  const body = html`<body class="text-page">
    <nav><a href="/">回到对话</a>　<a href="/openapi.json">OpenAPI 3.1</a></nav>
    <main>
      <h1>${info.title}：接口说明</h1>
      <p>${info.description}</p>
      ${operations}
      <h2>数据</h2>
      ${schemas}
    </main>
  </body>`;
  return document(assets, { title: "接口说明 · 医保明白", body });
}

function operationHtml(
  method: string,
  path: string,
  { summary, parameters = [], requestBody, responses }: Operation,
): Html {
  const replies = Object.entries(responses).map(
    ([status, reply]) =>
      html`<li>${status} ${reply.description}：${contentHtml(reply)}</li> `,
  );
  const inputs = parameters.map(
    (one) =>
      html`<li>参数 <code>${one.name}</code>：${one.description ?? ""}</li> `,
  );
  const takes = requestBody
    ? [html`<li>请求：${contentHtml(requestBody)}</li> `]
    : [];
  return html`<section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p>${summary}</p>
    <ul>
      ${inputs}${takes}${replies}
    </ul>
  </section> `;
}

function contentHtml({ content }: Content): Html {
  const schema = content?.["application/json"].schema;
  return schema ? typeHtml(schema) : html`无`;
}

function schemaHtml(name: string, schema: Schema): Html {
  const fields = Object.entries(schema.properties ?? {}).map(
    ([key, field]) =>
      html`<li>
        <code>${key}</code
        >${schema.required?.includes(key) ? "" : "（可不写）"}：${typeHtml(field)}
        ${field.title ?? ""} ${field.description ?? ""}
      </li> `,
  );
  const other = fields.length > 0 ? html`` : html`<p>${typeHtml(schema)}</p>`;
  return html`<section id="${name}">
    <h3>${name}</h3>
    ${other}
    <ul>
      ${fields}
    </ul>
  </section> `;
}

/** A type in one line, with a link where it has a name. */
function typeHtml(schema: Schema): Html {
  const name = schema.$ref?.split("/").at(-1);
  if (name !== undefined) return html`<a href="#${name}">${name}</a>`;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return html`${joined(choices.map(typeHtml))}`;
  if (schema.enum)
    return html`<code
      >${schema.enum.map((one) => JSON.stringify(one)).join(" | ")}</code
    >`;
  if (schema.const !== undefined)
    return html`<code>${JSON.stringify(schema.const)}</code>`;
  if (schema.items) return html`[${typeHtml(schema.items)}]`;
  return html`<code>${[schema.type ?? "object"].flat().join(" | ")}</code>`;
}

function joined(parts: readonly Html[]): Html[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [html` 或 `, part]));
}
