"use strict";exports.id=881,exports.ids=[881],exports.modules={1881:(function(D,f,n){n.r(f),n.d(f,{init:()=>v});var o=n(6760),M=n.n(o),w=n(420),h=n(5617),c=n(4683),g=n(4792),u=n(3933),y=n(9149),l=n(8137),A=n(1501);async function v(t,e){const{positionals:i}=(0,A.lR)(t,{}),[r=".",...m]=i;if(m.length>0)throw new l.e("init takes one folder.");const s=o.resolve(e.cwd,r);if(!e.fs.statSync(s,{throwIfNoEntry:!1})?.isDirectory())throw new l.e(`init ${r}: there is no such folder.`);const d=(0,c.wg)(s,e.fs),_=h.W.find(a=>e.fs.statSync(o.join(d,a),{throwIfNoEntry:!1}));if(_)throw new l.e(`There is a config already: ${_}. Nothing was written.`);const p=await O(s,d,e);if(p.length===0){const a=o.join(s,"exports","my_instance.yaml");if(e.fs.statSync(a,{throwIfNoEntry:!1}))throw new l.e(`${(0,c.Mf)(e.cwd,a)} is there already. Nothing was written.`);e.fs.mkdirSync(o.dirname(a),{recursive:!0}),e.fs.writeFileSync(a,P),e.stdout.write(`wrote ${(0,u.g$)((0,c.Mf)(e.cwd,a))}: a snapshot to fill in from Campaign
`),p.push("my_instance")}const E=o.join(d,h.W[0]);return e.fs.writeFileSync(E,x(p)),e.stdout.write(`wrote ${(0,u.g$)((0,c.Mf)(e.cwd,E))}
`),e.stdout.write(`next: ims-lint
`),g.d.ok}async function O(t,e,i){const r=i.now(),{report:m}=await(0,y.eF)({rules:w.a,fs:i.fs,cwd:i.cwd,root:e,paths:[t],config:{config:{},mistakes:[]},stdin:i.stdin,stdinName:"<stdin>",maxBytes:Number.MAX_SAFE_INTEGER,failOn:"never",showPasses:!1,startedAt:r,asOf:r,only:["export-readable"]});return[...new Set(m.inputs.flatMap(s=>s.instances))].sort()}function x(t){return`# Settings of ims-lint. \xABims-lint config\xBB shows what is in force, \xABims-lint schema config\xBB every key.
preset: recommended # or migration, hardening, all
failOn: error # or warning, note, unknown, never

# Levels of single rules and clauses: off, note, warning or error.
# rules:
#   org-id-format/non-hex: note

instances:
${t.map(C).join("")}`}function C(t){return`  ${JSON.stringify(t)}:
    # The address with which people open the instance; the callback server is compared with it.
    # url: https://acme.campaign.example.com
    # What Adobe provisioned, to be compared with:
    # expect:
    #   clientId: Campaign1
    #   scopes: [openid, AdobeID, read_organizations, additional_info.projectedProductContext]
    #   callbackAllowlist: ["https://acme.campaign.example.com"]
    #   users: [jane@acme.example]
`}const P=`# A snapshot of a Campaign instance, for ims-lint. Fill in what you know and delete the rest: what is absent is
# reported as not known, what is empty ("" or []) as empty. Never write a secret here.
imsLint: snapshot/v1
# exported: 2026-11-20
instance:
  name: my_instance
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
`})};
