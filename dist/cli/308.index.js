"use strict";exports.id=308,exports.ids=[308],exports.modules={308:(function(k,A,s){s.r(A),s.d(A,{init:()=>B});var m=s(6760),v=s(5617),h=s(6384),x=s(4792),p=s(4296),w=s(3933),d=s(3594),y=s(8137),j=s(1501),O=s(3090);function M(t){return`# Settings of ims-lint. \xABims-lint config\xBB shows what is in force, \xABims-lint schema config\xBB every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

# The id of \xABIntegration with the Adobe Experience Cloud\xBB on this product version, where packages are listed by id.
# integrationPackage: nms:someId

instances:
${t.map(F).join("")}`}function F({name:t,folders:e}){const o=e.length>0?`    files: [${e.map(f=>JSON.stringify(f)).join(", ")}]
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
`}const S="my_instance",P=`# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
# exported: 2026-11-20
instance:
  name: ${S}
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
`;async function B(t,e){const{positionals:o}=(0,j.lR)(t,{}),[f=".",...u]=o;if(u.length>0)throw new y.e("init takes one folder.");const a=m.resolve(e.cwd,f);if(!e.fs.statSync(a,{throwIfNoEntry:!1})?.isDirectory())throw new y.e(`init ${f}: there is no such folder.`);const l=(0,h.wg)(a,e.fs),g=v.W.find($=>e.fs.statSync(m.join(l,$),{throwIfNoEntry:!1}));if(g)throw new y.e(`There is a config already: ${g}. Nothing was written.`);const{workspace:n,skipped:r}=await b(a,l,e),c=W(n);if(c.length===0){const $=await D(r,a,l,e);for(const z of $){const E=(0,w.g$)((0,h.Mf)(e.cwd,z));e.stderr.write(`ims-lint: ${E} is ignored by git; name it: ims-lint init ${C(E)}
`)}if($.length>0)return x.d.nothing;c.push({name:T(a,e),folders:[]})}const i=m.join(l,v.W[0]);e.fs.writeFileSync(i,M(c)),e.stdout.write(`wrote ${(0,w.g$)((0,h.Mf)(e.cwd,i))}
`);const N=a===m.resolve(e.cwd)?"":` ${C((0,w.g$)((0,h.Mf)(e.cwd,a)))}`;return e.stdout.write(`next: ims-lint${N}
`),x.d.ok}function b(t,e,o){return(0,d.kg)({fs:o.fs,cwd:o.cwd,root:e,paths:[t],config:{config:{},mistakes:[]},stdin:o.stdin,stdinName:"<stdin>",maxBytes:(0,O.v9)(void 0)})}async function D(t,e,o,f){const u=new Set;for(const{path:l,why:g}of t){if(g!==h.$h)continue;const n=m.resolve(o,l);f.fs.statSync(n,{throwIfNoEntry:!1})?.isDirectory()?u.add(n):/\.(?:xml|json|csv|ya?ml)$/i.test(l)&&u.add(m.dirname(n))}u.delete(e);const a=[];for(const l of[...u].sort()){if(a.some(n=>l.startsWith(n+m.sep)))continue;const{workspace:g}=await b(l,o,f);g.instances.length>0&&a.push(l)}return a}function T(t,e){const o=m.join(t,"exports",`${S}.yaml`),f=(0,w.g$)((0,h.Mf)(e.cwd,o));if(e.fs.statSync(o,{throwIfNoEntry:!1}))throw new y.e(`${f} is there already. Nothing was written.`);return e.fs.mkdirSync(m.dirname(o),{recursive:!0}),e.fs.writeFileSync(o,P),e.stdout.write(`wrote ${f}: a snapshot to fill in from Campaign
`),S}function W({instances:t,files:e}){const o=e.flatMap(({name:n,documents:r})=>r.map(({document:c,instances:i})=>({folder:m.posix.dirname(n),names:i,isByFolder:R[c.format],isNameless:c.format==="snapshot"&&r.length===1&&!L(c)}))),f=(n,r)=>o.some(c=>!c.isNameless&&I(c.folder,n)&&c.names.some(i=>i!==r)),u=n=>{const r=o.filter(({isByFolder:i,names:N})=>i&&N.includes(n));return[...new Set(r.map(({folder:i})=>i))].filter(i=>K(i)&&!f(i,n)).sort()},a=t.map(({name:n})=>({name:n,folders:u(n)})),l=a.flatMap(({folders:n})=>n),g=n=>o.filter(({names:r})=>r.includes(n)).every(({isNameless:r,folder:c})=>r&&l.some(i=>I(c,i)));return a.filter(({name:n})=>!g(n)).sort((n,r)=>n.name<r.name?-1:1)}const R={snapshot:!1,"campaign-package":!0,"campaign-json":!0,"session-info":!0,"server-configuration":!0,"user-management-api":!1,"admin-console-csv":!1};function L({value:t}){return!!(0,p.fK)(t,["instance","name"])}function K(t){return t!=="."&&!/^(?:\.\.(?:\/|$)|!)/.test(t)}function I(t,e){return t===e||t.startsWith(`${e}/`)}function C(t){return/^[\w@%+=:,./-]+$/.test(t)?t:`"${t}"`}}),4296:(function(k,A,s){s.d(A,{fK:()=>h,gy:()=>x,u4:()=>v});var m=s(7810);function v(p){return typeof p=="object"&&p!==null&&!Array.isArray(p)}function h(p,w){let d=p;for(const y of w)d=v(d)?d[y]:Array.isArray(d)?d[Number(y)]:void 0;return d}function x(p){return p.map(d=>typeof d=="number"?`[${d}]`:`.${(0,m.e9)(d)}`).join("").replace(/^\./,"")}})};
