"use strict";exports.id=308,exports.ids=[308],exports.modules={308:(function(H,x,l){l.r(x),l.d(x,{init:()=>B});var d=l(6760),A=l(5303),h=l(6384),S=l(4792),I=l(4296),u=l(3933),k=l(6897),g=l(8137),E=l(1501),j=l(4399);function O(t){return`# Settings of ims-lint. \xABims-lint config\xBB shows what is in force, \xABims-lint schema config\xBB every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

# Rules of your own: a place, a check, and your words.
# customRules:
#   acme-label-prefix: { at: "groups[].label", pattern: "^ACME " }

# The id of \xABIntegration with the Adobe Experience Cloud\xBB on this product version, where packages are listed by id.
# integrationPackage: nms:someId

instances:
${t.map(F).join("")}`}function F({name:t,folders:e}){const o=e.length>0?`    files: [${e.map(m=>JSON.stringify(m)).join(", ")}]
`:"";return`  ${JSON.stringify(t)}:
${o}    # The address with which people open the instance; the callback server is compared with it.
    # url: https://acme.campaign.example.com
    # Lists that were exported whole, without a filter; a package or a query does not tell.
    # complete: [extAccounts, groups, operators, memberships]
    # How the User Management API was asked: false where profiles that are held through user groups are in.
    # directOnly: false
    # Whether the migration to IMS is done.
    # migrated: true
    # What Adobe provisioned, to be compared with:
    # expect:
    #   clientId: Campaign1
    #   scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]
    #   callbackAllowlist: ["https://acme.campaign.example.com"]
    #   users: [jane@acme.example]
`}const y="my_instance",M=`# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
# exported: 2026-11-20
instance:
  name: ${y}
  # environment: production
  # deployment: on-premise                   # or hybrid, hosted, managed
  # The address with which people open the instance:
  # url: https://acme.campaign.example.com

# Administration > Platform > External accounts: the account of type Adobe Experience Cloud
# extAccounts:
#   - name: Adobe_Experience_Cloud           # Internal name
#     active: true                           # Enabled
#     imsServer: https://ims-na1.adobelogin.com
#     clientId: Campaign1                    # IMS client identifier
#     clientSecret: { present: true }        # only whether there is one
#     userScope: openid,AdobeID,read_organizations,additional_info.projectedProductContext
#     callbackServer: https://acme.campaign.example.com
#     imsOrgId: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#     imsRightsMask: Campaign - acme - (.*)  # Association mask
#     productContext: dma_campaign_classic
#     packageAutoExport: false               # Automatically exported in packages
#     server: https://marketing.adobe.com
#     tenant: acme

# Administration > Configuration > Package management > Installed packages
# packages:
#   - label: Integration with the Adobe Experience Cloud

# Administration > Access management
# groups:
#   - { name: delivery, label: Delivery operators }
# operators:
#   - { name: jane, email: jane@acme.example, authenticationType: ims, groups: [delivery] }

# Build and release of the server, and of the client console
# server: { releaseName: 7.4.4, buildNumber: "9400" }
# console: { releaseName: 7.4.4, buildNumber: "9400" }

# Adobe Admin Console
# organization:
#   id: 4D5E6F708192A3B49F1C2B3A@AdobeOrg
#   name: Acme
#   directOnly: false
#   users:
#     - { email: jane@acme.example, status: active, groups: ["Campaign - acme - delivery"] }
#   groups:
#     - { groupName: "Campaign - acme - delivery", type: PRODUCT_PROFILE }
`;async function B(t,e){const{positionals:o}=(0,E.lR)(t,{}),[m=".",...f]=o;if(f.length>0)throw new g.e("init takes one folder.");const s=d.resolve(e.cwd,m);if(!e.fs.statSync(s,{throwIfNoEntry:!1})?.isDirectory())throw new g.e(`init ${m}: there is no such folder.`);const c=(0,h.wg)(s,e.fs),p=A.We.find(w=>e.fs.statSync(d.join(c,w),{throwIfNoEntry:!1}));if(p)throw new g.e(`There is a config already: ${p}. Nothing was written.`);const{workspace:n,skipped:i}=await $(s,c,e),r=T(n);if(r.length===0){const w=await P(i,s,c,e);for(const z of w){const C=(0,u.g$)((0,h.Mf)(e.cwd,z));e.stderr.write(`ims-lint: ${C} is ignored by git; name it: ims-lint init ${b(C)}
`)}if(w.length>0)return S.dc.nothing;r.push({name:D(s,e),folders:[]})}const a=d.join(c,A.We[0]);e.fs.writeFileSync(a,O(r)),e.stdout.write(`wrote ${(0,u.g$)((0,h.Mf)(e.cwd,a))}
`);const v=s===d.resolve(e.cwd)?"":` ${b((0,u.g$)((0,h.Mf)(e.cwd,s)))}`;return e.stdout.write(`next: ims-lint${v}
`),S.dc.ok}function $(t,e,o){return(0,k.kg)({fs:o.fs,cwd:o.cwd,root:e,paths:[t],config:{config:{},mistakes:[]},stdin:o.stdin,stdinName:"<stdin>",maxBytes:(0,j.v9)(void 0)})}async function P(t,e,o,m){const f=new Set;for(const{path:c,why:p}of t){if(p!==h.$h)continue;const n=d.resolve(o,c);m.fs.statSync(n,{throwIfNoEntry:!1})?.isDirectory()?f.add(n):/\.(?:xml|json|csv|ya?ml)$/i.test(c)&&f.add(d.dirname(n))}f.delete(e);const s=[];for(const c of[...f].sort()){if(s.some(n=>c.startsWith(n+d.sep)))continue;const{workspace:p}=await $(c,o,m);p.instances.length>0&&s.push(c)}return s}function D(t,e){const o=d.join(t,"exports",`${y}.yaml`),m=(0,u.g$)((0,h.Mf)(e.cwd,o));if(e.fs.statSync(o,{throwIfNoEntry:!1}))throw new g.e(`${m} is there already. Nothing was written.`);return e.fs.mkdirSync(d.dirname(o),{recursive:!0}),e.fs.writeFileSync(o,M),e.stdout.write(`wrote ${m}: a snapshot to fill in from Campaign
`),y}function T({instances:t,files:e}){const o=e.flatMap(({name:n,documents:i})=>i.map(({document:r,instances:a})=>({folder:d.posix.dirname(n),names:a,isByFolder:R[r.format],isNameless:r.format==="snapshot"&&i.length===1&&!W(r)}))),m=(n,i)=>o.some(r=>!r.isNameless&&N(r.folder,n)&&r.names.some(a=>a!==i)),f=n=>{const i=o.filter(({isByFolder:a,names:v})=>a&&v.includes(n));return[...new Set(i.map(({folder:a})=>a))].filter(a=>L(a)&&!m(a,n)).sort()},s=t.map(({name:n})=>({name:n,folders:f(n)})),c=s.flatMap(({folders:n})=>n),p=n=>o.filter(({names:i})=>i.includes(n)).every(({isNameless:i,folder:r})=>i&&c.some(a=>N(r,a)));return s.filter(({name:n})=>!p(n)).sort((n,i)=>n.name<i.name?-1:1)}const R={snapshot:!1,"campaign-package":!0,"campaign-json":!0,"session-info":!0,"server-configuration":!0,"user-management-api":!1,"admin-console-csv":!1};function W({value:t}){return!!(0,I.fK)(t,["instance","name"])}function L(t){return t!=="."&&!/^(?:\.\.(?:\/|$)|!)/.test(t)}function N(t,e){return t===e||t.startsWith(`${e}/`)}function b(t){return/^[\w@%+=:,./-]+$/.test(t)?t:`"${t}"`}})};
