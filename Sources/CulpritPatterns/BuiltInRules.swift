// Written by culprit-rulec from Patterns/: change the rules there and run 'make rules'.

import CulpritRules

extension RuleSet {
  /// What `Patterns/` says, one rule a line; see `RuleText`.
  static let builtInText: String = #"""
signal	credential-absent	no credential was given to the client; said before anything was sent
signal	credential-not-sent	the provider says that no key reached it
signal	credential-blank	a blank credential was put into a header
signal	credential-malformed	a credential that no header can carry, or that has no shape of a key
signal	credential-refused	the provider does not accept the credential
signal	credential-revoked	the provider says that the credential or its account was switched off
signal	credential-expired	the provider says that the credential's time is over
signal	endpoint-mismatch	the answer says that the credential belongs to another endpoint, region or audience
signal	authentication-failed	an authentication failure is told without saying what was wrong
signal	quota-exhausted	the credit or quota of the account is used up
signal	rate-limited	too many requests or tokens in a time; a later try may succeed
signal	permission-denied	the credential is known and lacks a permission or scope
signal	model-not-found	the model does not exist, or this account may not use it
signal	region-blocked	the provider does not serve this country or region
signal	context-length	the request is longer than the model takes
signal	network	the provider was not reached
signal	server-error	the provider failed or was overloaded
signal	own-auth	the application refused one of its own users
signal	other-auth	the credential of another system was refused or missing
signal	process-announced	a process names its pid or script as it starts
signal	process-spawned	another process was started
signal	process-exited	another process ended
signal	environment-loaded	an environment file was loaded
signal	variable-blank	a runner says that a variable is not set or blank
signal	secret-unavailable	a secret was not found or could not be read
signal	credential-rotated	a credential was changed or reloaded while processes ran
signal	variable-shadowed	of two variables that are both set, one wins
signal	build-step	a line of a build step, not of a running process
signal	feature-disabled	the program goes on without a feature for which a credential is missing
signal	credential-state	the application says whether a credential is there
signal	key-display	a part or the length of a credential was shown
signal	request-line	a client tells of one request, its host and its status
signal	success	a unit of work with the credential succeeded
signal	announcement	a process tells its pid, script, command line or model
signal	peer-comparison	processes of one deployment differ in what they have or in what is accepted
anchor	failure	api_key
anchor	failure	apikey
anchor	failure	api key
anchor	failure	api-key
anchor	failure	api_token
anchor	hint	api token
anchor	hint	api secret
anchor	hint	access key
anchor	failure	hf_token
anchor	hint	subscription key
anchor	hint	security token
anchor	hint	ization token
anchor	hint	credential
anchor	hint	ronment variable
anchor	hint	parameter 'key
anchor	hint	bearer token
anchor	hint	access token
anchor	hint	oauth token
anchor	hint	unauthori
anchor	failure	ticationerror
anchor	failure	tication_error
anchor	hint	tication error
anchor	hint	ticationexception
anchor	failure	tication fails
anchor	hint	tication header
anchor	failure	model_authentication
anchor	failure	ncorrect api
anchor	failure	nvalid auth
anchor	hint	key must be
anchor	hint	header value
anchor	hint	request signature
anchor	hint	permission_denied
anchor	hint	ization failed
anchor	hint	ization has been
anchor	failure	account_deactivated
anchor	hint	invalid_grant
anchor	failure	ticationtype
anchor	hint	code: 401
anchor	hint	code 401
anchor	hint	"code":401
anchor	hint	status 401
anchor	hint	error: 401
anchor	hint	http 401
anchor	context	openai
anchor	context	anthropic
anchor	context	generativelanguage
anchor	context	gemini
anchor	context	bedrock
anchor	context	openrouter
anchor	context	mistral
anchor	context	deepseek
anchor	context	chat/completions
anchor	context	huggingface
anchor	context	litellm
anchor	context	apicallerror
anchor	context	native prov
anchor	context	entrypoint
anchor	context	with pid
anchor	context	server process [
anchor	context	 from .env
anchor	context	blank string
anchor	context	rotated
anchor	context	"message":[
pattern	anthropic.credential-absent.sdk	credential-absent	Could\W+not\W+resolve\W+authentication\W+method\W+Expected\W+(?:either|one\W+of)\W+(?:api_key|apiKey)\b	authentication	anthropic	~-	variable=ANTHROPIC_API_KEY	no
pattern	anthropic.credential-absent.go	credential-absent	no\W+Anthropic\W+credentials\W+found\b	credentials	anthropic	anthropic-go	variable=ANTHROPIC_API_KEY	no
pattern	anthropic.credential-absent.ruby-java	credential-absent	(?:\bmissing\W+(?:the\W+)?Anthropic\W+API\W+key\b|Anthropic\W+API\W+key\W+must\W+be\W+set\b)	anthropic	anthropic	~-	variable=ANTHROPIC_API_KEY	no
pattern	anthropic.credential-absent.foundry	credential-absent	pass\W+one\W+of\W+(?:api_key|apiKey)\W+(?:azure_ad_token_provider|azureADTokenProvider)[\s\S]{0,40}?\b(?<variable>ANTHROPIC_FOUNDRY_API_KEY)	anthropic_foundry_api_key	anthropic	anthropic-python		no
pattern	anthropic.credential-absent.litellm	credential-absent	(?i:Missing\W+Anthropic\W+API\W+Key)\W+A\W+call\W+is\W+being\W+made(?:[\s\S]{0,140}?\bset\W+(?<variable>ANTHROPIC_API_KEY))?	anthropic	anthropic	litellm	variable=ANTHROPIC_API_KEY	no
pattern	anthropic.credential-absent.langchain-js	credential-absent	\bAnthropic\W+API\W+key\W+not\W+found\b	anthropic	anthropic	langchain-js	variable=ANTHROPIC_API_KEY	no
pattern	anthropic.credential-absent.action	credential-absent	Either\W+(?<variable>ANTHROPIC_API_KEY)\W+or\W+CLAUDE_CODE_OAUTH_TOKEN\W+is\W+required	claude_code_oauth_token	anthropic	claude-code-action		no
pattern	anthropic.region-blocked.vertex-region	region-blocked	No\W+region\W+was\W+given\W+The\W+client\W+should\W+be\W+instantiated\W+with\W+the\W+region	instantiated	anthropic	anthropic-python		no
pattern	anthropic.credential-not-sent.x-api-key	credential-not-sent	\bx-api-key\W+header\W+is\W+required\b	required	anthropic	~-		no
pattern	anthropic.credential-not-sent.header	credential-not-sent	Missing\W+(?:required\W+)?(?:x-api-key|authentication)\W+header\b(?=[\s\S]{0,200}\breq_011)	missing	anthropic	~-		yes
pattern	anthropic.credential-refused.x-api-key	credential-refused	\binvalid\W+x-api-key\b	invalid	anthropic	~-		no
pattern	anthropic.credential-refused.bearer	credential-refused	\bInvalid\W+bearer\W+token\b	invalid	anthropic	~-		yes
pattern	anthropic.credential-refused.2023	credential-refused	\bauthentication_error\W{1,24}message\W{1,24}Invalid\W+API\W+Key\b	authentication_error	anthropic	~-		no
pattern	anthropic.credential-expired.oauth	credential-expired	OAuth\W+token\W+has\W+expired\W+Please\W+obtain\W+a\W+new\W+token	expired	anthropic	~-		no
pattern	anthropic.credential-revoked.oauth	credential-revoked	(?:OAuth\W+token\W+(?:has\W+been\W+)?revoked\W+Please\W+(?:obtain|run)|(?i:your|this|the)\W+organization\W+has\W+been\W+disabled\b)	revoked;disabled	anthropic	~-		no
pattern	anthropic.authentication-failed.type	authentication-failed	\btype\W{1,24}error\W{1,24}error\W{1,24}type\W{1,24}authentication_error\b	authentication_error	anthropic	~-		no
pattern	anthropic.quota-exhausted.credit	quota-exhausted	(?:credit\W+balance\W+is\W+too\W+low\W+to\W+access\W+the\W+(?:Anthropic|Claude)|\bbilling_error\b)	credit;billing_error	anthropic	~-		no
pattern	anthropic.quota-exhausted.usage-limit	quota-exhausted	(?:reached\W+your\W+specified\W+API\W+usage\W+limits|Claude\W+AI\W+usage\W+limit\W+reached)	usage	anthropic	~-		no
pattern	anthropic.rate-limited.type	rate-limited	(?:\brate_limit_error\b|exceed(?:ed)?\W+(?:your|the)\W+organization\S*\W+(?:\w+\W+)?rate\W+limit\W+of)	rate	anthropic	~-		yes
pattern	anthropic.permission-denied.type	permission-denied	(?:\bpermission_error\b|API\W+key\W+does\W+not\W+have\W+permission\W+to\W+use\W+the\W+specified)	permission	anthropic	~-		no
pattern	anthropic.permission-denied.not-allowed	permission-denied	\btype\W{1,24}forbidden\W{1,24}message\W{1,24}Request\W+not\W+allowed	forbidden	anthropic	~-		no
pattern	anthropic.permission-denied.oauth-scope	permission-denied	(?:OAuth\W+authentication\W+is\W+currently\W+not\W+(?:supported|allowed)|credential\W+is\W+only\W+authorized\W+for\W+use\W+with\W+Claude\W+Code)	oauth;credential	anthropic	~-		no
pattern	anthropic.model-not-found.type	model-not-found	\bnot_found_error\W{1,24}message\W{1,24}model\W{1,24}(?<model>[\w.:@-]{0,80}\w)	not_found_error	anthropic	~-		no
pattern	anthropic.context-length.prompt	context-length	(?:prompt\W+is\W+too\W+long\W+(?<count>\d+)\W+tokens|input\W+length\W+and\W+\W*max_tokens\W+exceed\W+context\W+limit)	prompt;context	anthropic	~-		no
pattern	anthropic.server-error.overloaded	server-error	\boverloaded_error\b	overloaded_error	anthropic	~-		no
pattern	anthropic.server-error.api	server-error	\btype\W{1,24}api_error\W{1,24}message\W{1,24}Internal\W+server\W+error	api_error	anthropic	~-		no
pattern	azure-openai.credential-absent.node	credential-absent	pass\W+one\W+of\W+apiKey\W+and\W+azureADTokenProvider\W+or\W+set\W+the\W+(?<variable>AZURE_OPENAI_API_KEY)	azureadtokenprovider	azure-openai	openai-node		no
pattern	azure-openai.credential-absent.python	credential-absent	pass\W+one\W+of\W+api_key\W+azure_ad_token\W[\s\S]{0,60}?\bthe\W+(?<variable>AZURE_OPENAI_API_KEY)	azure_openai_api_key	azure-openai	openai-python		no
pattern	azure-openai.credential-absent.version	credential-absent	\b(?<variable>OPENAI_API_VERSION)\W+environment\W+variable\b	openai_api_version	azure-openai	~-		no
pattern	azure-openai.credential-absent.endpoint	credential-absent	Must\W+provide\W+one\W+of\W+the\W+(?:baseURL|base_url)\W+or\W+(?:endpoint|azure_endpoint)\W+arguments\W+or\W+the\W+(?<variable>AZURE_OPENAI_ENDPOINT)	azure_openai_endpoint	azure-openai	~-		no
pattern	azure-openai.credential-absent.crewai-endpoint	credential-absent	Azure\W+endpoint\W+is\W+required\W+Set\W+(?<variable>AZURE_ENDPOINT)\W+environment\W+variable	azure_endpoint	azure-openai	crewai		no
pattern	azure-openai.credential-absent.crewai	credential-absent	Azure\W+API\W+key\W+is\W+required\b(?:[\s\S]{0,60}?\bSet\W+(?<variable>AZURE_API_KEY))?	required	azure-openai	crewai	variable=AZURE_API_KEY	no
pattern	azure-openai.credential-absent.langchain-js	credential-absent	(?<!OpenAI or )Azure\W+OpenAI\W+API\W+key\W+or\W+Token\W+Provider\W+not\W+found	provider	azure-openai	langchain-js	variable=AZURE_OPENAI_API_KEY	no
pattern	azure-openai.credential-absent.key-credential	credential-absent	\bkey\W+must\W+be\W+a\W+non-empty\W+string\b	non-empty	azure-openai	azure-openai-js	variable=AZURE_OPENAI_API_KEY	yes
pattern	azure-openai.credential-malformed.two-credentials	credential-malformed	apiKey\W+and\W+azureADTokenProvider\W+arguments\W+are\W+mutually\W+exclusive	azureadtokenprovider	azure-openai	openai-node		no
pattern	azure-openai.credential-refused.subscription-key	credential-refused	Access\W+denied\W+due\W+to\W+invalid\W+subscription\W+key\W+or\W+wrong\W+API\W+endpoint	subscription	azure-openai	~-		no
pattern	azure-openai.credential-refused.subscription-key-gateway	credential-refused	Access\W+denied\W+due\W+to\W+invalid\W+subscription\W+key\b(?!\W+or\W+wrong)	subscription	azure-openai	~-		yes
pattern	azure-openai.credential-not-sent.subscription-key	credential-not-sent	Access\W+denied\W+due\W+to\W+missing\W+subscription\W+key\b	subscription	azure-openai	~-		yes
pattern	azure-openai.endpoint-mismatch.audience	endpoint-mismatch	Access\W+token\W+is\W+missing\W+invalid\W+audience\W+is\W+incorrect(?:\W+(?<audience>https?://[\w.-]+|urn:[\w.:-]+))?	incorrect	azure-openai	~-		no
pattern	azure-openai.model-not-found.resource	model-not-found	\bcode\W{1,24}404\W{1,24}(?:[\w.]{0,60}\bmessage\W{1,24})?Resource\s{1,12}not\s{1,12}found\b	resource	azure-openai	~-		yes
pattern	azure-openai.credential-revoked.key-auth-disabled	credential-revoked	(?:\bAuthenticationTypeDisabled\b|Key\W+based\W+authentication\W+is\W+(?:disabled|not\W+permitted)\b)	authentication	azure-openai	~-		no
pattern	azure-openai.credential-absent.identity	credential-absent	(?:DefaultAzureCredential|ChainedTokenCredential)\W+(?:failed\W+to\W+retrieve\W+a\W+token|authentication\W+failed)|\bEnvironmentCredential\W+(?:authentication\W+unavailable|is\W+unavailable)	credential	azure-openai	azure-identity		yes
pattern	azure-openai.credential-refused.client-secret	credential-refused	\bAADSTS(?:7000215|700016|70011|500011|90002)\b	aadsts	azure-openai	~-		yes
pattern	azure-openai.credential-expired.client-secret	credential-expired	\bAADSTS(?:7000222|700082|50173)\b	aadsts	azure-openai	~-		yes
pattern	azure-openai.permission-denied.principal	permission-denied	principal\W+(?:[0-9a-f-]{36}\W+)?lacks\W+the\W+required\W+data\W+action	principal	azure-openai	~-		no
pattern	azure-openai.permission-denied.network	permission-denied	Access\W+denied\W+due\W+to\W+Virtual\W+Network	virtual	azure-openai	~-		no
pattern	azure-openai.model-not-found.deployment	model-not-found	(?:\bDeploymentNotFound\b|API\W+deployment\W+for\W+this\W+resource\W+does\W+not\W+exist)	deployment	azure-openai	~-		no
pattern	azure-openai.rate-limited.call-rate	rate-limited	(?:under\W+Azure\W+OpenAI\W+API\W+version\W+\S+\W+have\W+exceeded\b|exceeded\W+(?:call|token)\W+rate\W+limit\W+of\W+your\W+current\W+(?:OpenAI|AIServices)\b)	exceeded	azure-openai	~-		no
pattern	azure-openai.permission-denied.content-filter	permission-denied	(?:\bResponsibleAIPolicyViolation\b|triggering\W+Azure\W+OpenAI\S*\W+(?:\w+\W+)?content\W+management\W+policy)	responsibleaipolicyviolation;triggering	azure-openai	~-		no
pattern	bedrock.credential-absent.openai-node	credential-absent	pass\W+an\W+apiKey\W+or\W+bedrockTokenProvider\W+or\W+set\W+the\W+(?<variable>AWS_BEARER_TOKEN_BEDROCK)	aws_bearer_token_bedrock	bedrock	openai-node		no
pattern	bedrock.credential-absent.botocore	credential-absent	(?:\bUnable\W+to\W+locate\W+(?:credentials|authorization\W+token)\b|\bNoCredentialsError\b|\bNoAuthTokenError\b)	unable to locate;unable;nocredentials;noauthtoken	bedrock	botocore	variable=AWS_ACCESS_KEY_ID	yes
pattern	bedrock.credential-absent.partial	credential-absent	Partial\W+credentials\W+found\W+in\W+(?<source>[\w.-]{1,40})\W+missing\W+(?<variable>\w{3,60})	credentials	bedrock	botocore		yes
pattern	bedrock.credential-absent.aws-js	credential-absent	(?:Could\W+not\W+load\W+credentials\W+from\W+any\W+providers|\bCredentialsProviderError\b|\bUnable\W+to\W+load\W+(?:AWS\W+)?credentials\W+from\b|no\W+EC2\W+IMDS\W+role\W+found|failed\W+to\W+(?:retrieve|refresh\W+cached)\W+credentials|\bNoCredentialProviders\b|\bMissingCredentialsError\b|Unable\W+to\W+get\W+IAM\W+security\W+credentials|[Cc]ould\W+not\W+resolve\W+credentials\W+from\W+session|config\W+profile\W+\S{1,60}\W+could\W+not\W+be\W+found)	credential;config profile	bedrock	aws-sdk	variable=AWS_ACCESS_KEY_ID	yes
pattern	bedrock.credential-absent.vercel-ai	credential-absent	AWS\W+(?<setting>(?:SigV4\W+)?(?:access\W+key\W+ID|secret\W+access\W+key|region|authentication))\W+(?:setting\W+is\W+missing|requires\W+AWS\W+credentials)	setting;credentials	bedrock	vercel-ai		no
pattern	bedrock.credential-refused.token-invalid	credential-refused	(?:security\W+token\W+included\W+in\W+the\W+request\W+is\W+invalid|\bUnrecognizedClientException\b|\bInvalidClientTokenId\b)	security;unrecognizedclient;invalidclient	bedrock	~-		yes
pattern	bedrock.credential-refused.signature	credential-refused	(?:request\W+signature\W+we\W+calculated\W+does\W+not\W+match|\bIncompleteSignature(?:Exception)?\b|\bInvalidSignatureException\b)	signature	bedrock	~-		yes
pattern	bedrock.credential-refused.bearer	credential-refused	(?:Invalid\W+API\W+Key\W+format\W+Must\W+start\W+with\W+pre-defined\W+prefix|Authentication\W+failed\W+Please\W+make\W+sure\W+your\W+API\W+Key\W+is\W+valid)	api key	bedrock	~-		no
pattern	bedrock.credential-expired.token	credential-expired	(?:security\W+token\W+included\W+in\W+the\W+request\W+is\W+expired|\bExpiredTokenException\b|Bearer\W+Token\W+has\W+expired|SSO\W+session\W+(?:associated\W+with\W+this\W+profile\W+)?has\W+expired|\bUnauthorizedSSOTokenError\b|Error\W+loading\W+SSO\W+Token|Token\W+is\W+expired\W+To\W+refresh\W+this\W+SSO)	security;expiredtoken;bearer token;sso ;ssotoken	bedrock	~-		yes
pattern	bedrock.secret-unavailable.retrieval	secret-unavailable	Error\W+when\W+retrieving\W+(?:credentials|token)\W+from\W+(?<service>[\w.-]{1,60})	retrieving	bedrock	botocore		no
pattern	bedrock.permission-denied.model	permission-denied	(?:not\W+authorized\W+to\W+perform\W+bedrock:\w{3,60}|don\W{1,24}t\W+have\W+access\W+to\W+the\W+model\W+with\W+the\W+specified\W+model\W+ID|Access\W+denied\W+to\W+model\b|Model\W+use\W+case\W+details\W+have\W+not\W+been\W+submitted|\bFTUFormNotFilled\b)	authorized;have access;access denied;use case;ftuform	bedrock	~-		no
pattern	bedrock.region-blocked.region	region-blocked	(?:\bYou\W+must\W+specify\W+a\W+region\b|No\W+AWS\W+region\W+was\W+provided|Access\W+to\W+Anthropic\W+models\W+is\W+not\W+allowed\W+from\W+unsupported\W+countries|\bRegion\W+is\W+missing\b)	region;unsupported	bedrock	~-		yes
pattern	bedrock.rate-limited.throttling	rate-limited	(?:Too\W+many\W+(?:requests|tokens)\W+please\W+wait\W+before\W+trying\W+again|\bThrottlingException\b[\s\S]{0,60}?\b(?:Converse|InvokeModel)|\bModelNotReadyException\b)	too many;throttling;modelnotready	bedrock	~-		no
pattern	bedrock.model-not-found.identifier	model-not-found	(?:The\W+provided\W+model\W+identifier\W+is\W+invalid|on-demand\W+throughput\W+isn\W{1,24}t\W+supported|marked\W+by\W+provider\W+as\W+Legacy)	identifier;on-demand;legacy	bedrock	~-		no
pattern	cerebras.credential-absent.sdk	credential-absent	\b(?:setting\W+the\W+(?<variable>CEREBRAS_API_KEY)\W+environment\W+variable|(?<variable>CEREBRAS_API_KEY)\W+environment\W+variable\W+is\W+missing\W+or\W+empty)	cerebras_api_key	cerebras	~-		no
pattern	cerebras.credential-refused.key	credential-refused	\bWrong\W+API\W+Key\b	wrong	cerebras	~-		yes
pattern	cloudflare.credential-refused.code	credential-refused	\bcode\W{1,24}(?:10000|10001|9109|9106)\W{1,24}message\W{1,24}(?:Authentication\W+error|Unable\W+to\W+authenticate\W+request|Invalid\W+access\W+token|Missing\W+X-Auth)	code	cloudflare	~-		yes
pattern	cohere.credential-absent.python	credential-absent	client\W+must\W+be\W+instantiated\W+be\W+either\W+passing\W+in\W+token\W+or\W+setting\W+(?<variable>CO_API_KEY)	instantiated	cohere	cohere-python		no
pattern	cohere.credential-refused.token	credential-refused	(?:\b[Bb]ody\b|\bCohereException\b|\b[Cc]ohere\b)[\s\S]{0,80}?\binvalid\s{1,12}api\s{1,12}token\b	invalid	cohere	~-		yes
pattern	cohere.credential-not-sent.token	credential-not-sent	\bno\W+api\W+key\W+supplied\b	supplied	cohere	~-		no
pattern	cohere.credential-expired.token	credential-expired	(?:\bcohere[\w.]{0,40}InvalidTokenError\b|\bstatus_code:\s+498\b)	invalidtoken;status_code	cohere	~-		no
pattern	cohere.rate-limited.trial	rate-limited	using\W+a\W+Trial\W+key\W+which\W+is\W+limited\W+to\W+(?<count>\d{1,6})\W+API\W+calls	limited	cohere	~-		no
pattern	dashscope.credential-refused.native	credential-refused	\bInvalid\W+API-key\W+provided\b	provided	dashscope	~-		no
pattern	dashscope.credential-refused.compatible	credential-refused	Incorrect\s+API\s+key\s+provided\.\s{0,4}(?=["'\\]|For\s+details)(?=[\s\S]{0,300}?(?:\brequest_id\b|help\.aliyun))	incorrect	dashscope	~-		no
pattern	dashscope.credential-absent.sdk	credential-absent	No\W+api\W+key\W+provided\W+You\W+can\W+set\W+by\W+dashscope\.api_key	dashscope.api_key	dashscope	dashscope-python	variable=DASHSCOPE_API_KEY	no
pattern	dashscope.permission-denied.model	permission-denied	\bModel\W{0,3}AccessDenied\b|\bModel\.AccessDenied\b|\bWorkspace\.AccessDenied\b	accessdenied	dashscope	~-		no
pattern	dashscope.quota-exhausted.arrearage	quota-exhausted	(?:["'\\]Arrearage["'\\]|Access\W+denied\W+please\W+make\W+sure\W+your\W+account\W+is\W+in\W+good\W+standing)	arrearage;good standing	dashscope	~-		no
pattern	databricks.credential-absent.sdk	credential-absent	default\W+auth\W+cannot\W+configure\W+default\W+credentials	credentials	databricks	databricks-sdk	variable=DATABRICKS_TOKEN	yes
pattern	databricks.credential-refused.token	credential-refused	(?:databricks[\s\S]{0,200}?Invalid\W+access\W+token\b|Invalid\W+access\W+token\W+\[ReqId|Credential\W+was\W+not\W+sent\W+or\W+was\W+of\W+an\W+unsupported\W+type\W+for\W+this\W+API)	access token;credential	databricks	~-		yes
pattern	deepseek.credential-refused.echo	credential-refused	Authentication\s+Fails,?\s+Your\s+api\s+key:\s*(?<echo>\S[\s\S]{0,300}?)\s{1,12}is\s{1,12}invalid	authentication	deepseek	~-		no
pattern	deepseek.credential-refused.user	credential-refused	Authentication\W+Fails\W+(?:no\W+such\W+user|auth\W+header\W+format|governor|Your\W+api\W+key\W*$)	authentication	deepseek	~-		no
pattern	deepseek.quota-exhausted.balance	quota-exhausted	\bInsufficient\W+Balance\b	insufficient	deepseek	~-		yes
pattern	deepseek.model-not-found.exist	model-not-found	\bModel\W+Not\W+Exist\b	model	deepseek	~-		no
pattern	fireworks.credential-refused.old	credential-refused	(?:\bfaultstring\W{1,24}Invalid\W+ApiKey|\boauth\.v2\.InvalidApiKey\b)	invalid	fireworks	~-		yes
pattern	fireworks.credential-refused.key	credential-refused	The\W+API\W+key\W+you\W+provided\W+is\W+invalid\b	provided	fireworks	~-		yes
pattern	fireworks.permission-denied.fire-pass	permission-denied	Fire\W+Pass\W+API\W+keys\W+are\W+not\W+authorized\W+for\W+this\W+route	authorized	fireworks	~-		no
pattern	github-models.credential-refused.token	credential-refused	(?:\bThe\W+.?models.?\W+permission\W+is\W+required\W+to\W+access\W+this\W+endpoint|\bmodels\.(?:github\.ai|inference\.ai\.azure\.com)\b[\s\S]{0,300}?\bBad\W+credentials\b|\bBad\W+credentials\b[\s\S]{0,300}?\bmodels\.(?:github\.ai|inference\.ai\.azure\.com)\b)	models	github-models	~-		no
pattern	google.credential-absent.genai-python	credential-absent	No\W+API\W+key\W+was\W+provided\W+Please\W+pass\W+a\W+valid\W+API\W+key	provided	google	google-genai-python	variable=GEMINI_API_KEY	no
pattern	google.credential-absent.genai-python-2025	credential-absent	Missing\W+key\W+inputs\W+argument\W+To\W+use\W+the\W+Google\W+AI\W+API	argument	google	google-genai-python	variable=GEMINI_API_KEY	no
pattern	google.credential-absent.genai-vertex	credential-absent	(?:Project(?:\W+and\W+location)?\W+or\W+API\W+key\W+must\W+be\W+set\W+when\W+using\W+the\W+Vertex|Authentication\W+is\W+not\W+set\W+up\W+Please\W+provide\W+either\W+a\W+project\W+and\W+location)	project	google	~-		no
pattern	google.credential-absent.genai-node	credential-absent	(?:API\W+key\W+should\W+be\W+set\W+when\W+using\W+the\W+Gemini\W+API|Trying\W+to\W+set\W+API\W+key\W+header\W+but\W+apiKey\W+is\W+not\W+set|An\W+API\W+Key\W+must\W+be\W+set\W+when\W+running\W+in\W+an\W+unspecified\W+environment)	should;trying;unspecified	google	google-genai-node	variable=GEMINI_API_KEY	no
pattern	google.credential-absent.go	credential-absent	(?:api\W+key\W+is\W+required\W+for\W+Google\W+AI\W+backend|ClientConfig\W+APIKey\W+is\W+required)	required	google	google-genai-go	variable=GEMINI_API_KEY	no
pattern	google.credential-absent.default-credentials	credential-absent	(?:Could\W+not\W+load\W+the\W+default\W+credentials|Your\W+default\W+credentials\W+were\W+not\W+found|could\W+not\W+find\W+default\W+credentials|Application\W+Default\W+Credentials\W+are\W+not\W+available|DefaultCredentialsError|VertexAI\.GoogleAuthError)	default;googleautherror	google	~-		yes
pattern	google.credential-absent.langchain-js	credential-absent	Please\W+set\W+an\W+API\W+key\W+for\W+Google\W+GenerativeAI	generativeai	google	langchain-js	variable=GOOGLE_API_KEY	no
pattern	google.credential-absent.litellm	credential-absent	Missing\W+Gemini\W+API\W+key\b(?:\W+Set\W+the\W+(?<variable>[A-Z_]{6,40}))?	missing	google	litellm	variable=GEMINI_API_KEY	no
pattern	google.credential-absent.crewai	credential-absent	API\W+key\W+via\W+(?<variable>GOOGLE_API_KEY)\W+or\W+GEMINI_API_KEY\W+environment\W+variable	google_api_key	google	crewai		no
pattern	google.variable-shadowed.both	variable-shadowed	Both\W+GOOGLE_API_KEY\W+and\W+GEMINI_API_KEY\W+are\W+set\W+Using\W+(?<variable>G[A-Z_]+_API_KEY)	google_api_key	google	~-		no
pattern	google.credential-not-sent.unregistered	credential-not-sent	Method\W+doesn\W{1,24}t\W+allow\W+unregistered\W+callers	unregistered	google	~-		yes
pattern	google.credential-not-sent.missing-credential	credential-not-sent	Request\W+is\W+missing\W+required\W+authentication\W+credential	authentication	google	~-		yes
pattern	google.credential-not-sent.openai-route	credential-not-sent	\bMissing\W+or\W+invalid\W+Authorization\W+header\W{1,24}status\W{1,24}INVALID_ARGUMENT\b	invalid_argument	google	~-		yes
pattern	google.credential-refused.not-valid	credential-refused	API\W+key\W+not\W+valid\W+Please\W+pass\W+a\W+valid\W+API\W+key(?:[\s\S]{0,500}?\bservice\W{1,24}(?<service>[a-z0-9-]+\.googleapis\.com))?	please	google	~-		yes
pattern	google.credential-refused.not-found	credential-refused	API\W+Key\W+not\W+found\W+Please\W+pass\W+a\W+valid\W+API\W+key(?:[\s\S]{0,500}?\bservice\W{1,24}(?<service>[a-z0-9-]+\.googleapis\.com))?	please	google	~-		yes
pattern	google.credential-refused.unauthenticated	credential-refused	Request\W+had\W+invalid\W+authentication\W+credentials	authentication	google	~-		yes
pattern	google.credential-refused.two	credential-refused	Multiple\W+authentication\W+credentials\W+received	authentication	google	~-		no
pattern	google.credential-expired.renew	credential-expired	API\W+key\W+expired\W+Please\W+renew\W+the\W+API\W+key(?:[\s\S]{0,500}?\bservice\W{1,24}(?<service>[a-z0-9-]+\.googleapis\.com))?	expired	google	~-		yes
pattern	google.credential-expired.refresh	credential-expired	(?:invalid_grant\W+(?:Token\W+has\W+been\W+expired\W+or\W+revoked|Bad\W+Request|Invalid\W+JWT\W+Signature|Invalid\W+grant\W+account\W+not\W+found|account\W+not\W+found)|Reauthentication\W+is\W+needed)	invalid_grant;reauthentication	google	~-		yes
pattern	google.credential-revoked.leaked	credential-revoked	API\W+key\W+was\W+reported\W+as\W+leaked	reported	google	~-		no
pattern	google.credential-revoked.suspended	credential-revoked	(?:\bCONSUMER_SUSPENDED\b|Consumer\W{1,24}[\w:.-]{0,80}\W{1,24}has\W+been\W+suspended\b)	suspended	google	~-		yes
pattern	google.authentication-failed.reason	authentication-failed	\bAPI_KEY_INVALID\b	api_key_invalid	google	~-		yes
pattern	google.permission-denied.referrer	permission-denied	(?:\bAPI_KEY_(?:HTTP_REFERRER|IP_ADDRESS|SERVICE|ANDROID_APP|IOS_APP)_BLOCKED\b|Requests\W+from\W+referer\W+\S{1,200}\W+are\W+blocked|Requests\W+to\W+this\W+API\W+\S{1,200}\W+method\W+\S{1,200}\W+are\W+blocked)	blocked	google	~-		no
pattern	google.permission-denied.caller	permission-denied	(?:The\W+caller\W+does\W+not\W+have\W+permission\b|Permission\W+\S{0,4}aiplatform\.\S{3,80}\W+denied\b)	permission	google	~-		yes
pattern	google.permission-denied.api-disabled	permission-denied	(?<service>Generative\W+Language\W+API|Vertex\W+AI\W+API)\W+has\W+not\W+been\W+used\W+in\W+project	project	google	~-		no
pattern	google.quota-exhausted.quota	quota-exhausted	exceeded\W+your\W+current\W+quota\W+please\W+check\W+your\W+plan\W+and\W+billing\W+details\W+For\W+more\W+information\W+on\W+this\W+error\W+head\W+to	information	google	~-		no
pattern	google.rate-limited.resource	rate-limited	(?:\bRESOURCE_EXHAUSTED\b|Resource\W+(?:has\W+been\W+)?exhausted\W+(?:e\W{1,2}g|check\W+quota)|Quota\W+exceeded\W+for\W+(?:quota\W+metric|aiplatform))	exhausted;quota	google	~-		yes
pattern	google.region-blocked.location	region-blocked	User\W+location\W+is\W+not\W+supported\W+for\W+the\W+API\W+use	supported	google	~-		no
pattern	google.model-not-found.model	model-not-found	(?<model>models/[\w.-]{2,80})\W+is\W+not\W+found\W+for\W+API\W+version	version	google	~-		no
pattern	google.model-not-found.publisher	model-not-found	Publisher\W+Model\W+(?<model>projects/[\w./@-]{10,200})\W+(?:was\W+)?not\W+found	publisher	google	~-		no
pattern	google.context-length.tokens	context-length	input\W+token\W+count\W+\(?(?<count>\d+)\)?\W+exceeds\W+the\W+maximum\W+number\W+of\W+tokens	exceeds	google	~-		no
pattern	google.server-error.overloaded	server-error	The\W+model\W+is\W+overloaded\W+Please\W+try\W+again\W+later	overloaded	google	~-		yes
pattern	groq.credential-absent.sdk	credential-absent	\bsetting\W+the\W+(?<variable>GROQ_API_KEY)\W+environment\W+variable	environment	groq	groq-python		no
pattern	groq.credential-absent.node	credential-absent	\b(?<variable>GROQ_API_KEY)\W+environment\W+variable\W+is\W+missing\W+or\W+empty	environment	groq	groq-node		no
pattern	groq.credential-refused.invalid	credential-refused	\bInvalid\s{1,12}API\s{1,12}Key\b(?!\W{1,24}(?:provided|Please\W{1,24}check|Double|or\W{1,24}token))	invalid	groq	~-		yes
pattern	groq.credential-expired.code	credential-expired	\bexpired_api_key\b	expired_api_key	groq	~-		no
pattern	groq.credential-revoked.restricted	credential-revoked	Organization\W+has\W+been\W+restricted\W+Please\W+reach\W+out\W+to\W+support	organization	groq	~-		no
pattern	groq.rate-limited.reached	rate-limited	Rate\W+limit\W+reached\W+for\W{1,24}model\W{1,24}[\w./:-]{1,80}\W{1,24}in\W{1,24}organization\W{1,24}\w{1,60}\W{1,24}(?:service\W{1,24}tier\W{1,24}\w{1,30}\W{1,24})?on\W{1,24}(?:tokens|requests)\W+per	organization	groq	~-		no
pattern	huggingface.credential-absent.cli	credential-absent	(?:\bLocalTokenNotFoundError\b|Not\W+logged\W+in\W+Run\W+.?hf\W+auth\W+login|Token\W+is\W+required\W+.{0,40}\bbut\W+no\W+token\W+found)	localtokennotfound;logged in;token is required	huggingface	~-	variable=HF_TOKEN	no
pattern	huggingface.credential-absent.inference	credential-absent	You\W+must\W+provide\W+an\W+api_key\W+to\W+work\W+with\W+(?<service>[\w.-]{1,60})\W+API\W+or\W+log\W+in\W+with	provide	huggingface	~-	variable=HF_TOKEN	no
pattern	huggingface.credential-refused.username	credential-refused	(?:huggingface|hf\.co|HfHub|\b401\W+Client\W+Error)[\s\S]{0,300}?\bInvalid\W{1,24}username\W{1,24}or\W{1,24}password\b	username	huggingface	~-		yes
pattern	huggingface.credential-refused.header	credential-refused	(?:Invalid\W+credentials\W+in\W+Authorization\W+header|Authorization\W+header\W+is\W+correct\W+but\W+the\W+token\W+seems\W+invalid|Invalid\W+user\W+token\b)	authorization header;user token	huggingface	~-		no
pattern	huggingface.credential-expired.token	credential-expired	User\W+Access\W+Token\W+\S{0,80}\W+is\W+expired	expired	huggingface	~-		no
pattern	huggingface.permission-denied.gated	permission-denied	(?:Cannot\W+access\W+gated\W+repo\b|is\W+gated\W+You\W+must\W+(?:be\W+authenticated|have\W+access)|\bGatedRepoError\b|does\W+not\W+have\W+sufficient\W+permissions\W+to\W+call\W+Inference\W+Providers|Make\W+sure\W+your\W+token\W+has\W+the\W+correct\W+permissions)	gated;permissions	huggingface	~-		no
pattern	huggingface.authentication-failed.repository	authentication-failed	\b(?<status>401)\W+Client\W+Error\W[\s\S]{0,80}?\bRepository\W+Not\W+Found\W+for\W+url	repository	huggingface	~-		no
pattern	huggingface.quota-exhausted.credits	quota-exhausted	exceeded\W+your\W+monthly\W+included\W+credits\W+for\W+Inference\W+Providers	inference	huggingface	~-		no
pattern	litellm-proxy.credential-refused.expected	credential-refused	LiteLLM\W+Virtual\W+Key\W+expected\W+Received\W?=(?<echo>[\s\S]{0,300}?),\s+expected\s+to\s+start\s+with	expected	litellm-proxy	~-		no
pattern	litellm-proxy.credential-refused.not-in-database	credential-refused	Invalid\W+proxy\W+server\W+token\W+passed\b(?:\W+(?:Received\s+API\s+Key|key)\s*=\s*(?<echo>[^\s,]{1,200}))?	invalid	litellm-proxy	~-		no
pattern	litellm-proxy.credential-not-sent.no-key	credential-not-sent	Authentication\W+Error\W+No\W+api\W+key\W+passed\W+in\b	authentication	litellm-proxy	~-		no
pattern	litellm-proxy.credential-malformed.bearer	credential-malformed	Malformed\W+API\W+Key\W+passed\W+in\W+Ensure\W+Key\W+has\W+\W?Bearer	malformed	litellm-proxy	~-		no
pattern	litellm-proxy.credential-expired.key	credential-expired	Authentication\W+Error\W+Expired\W+Key\W+Key\W+Expiry\W+time	authentication	litellm-proxy	~-		no
pattern	litellm-proxy.credential-refused.check	credential-refused	Invalid\W+API\W+Key\W+Please\W+check\W+your\W+LiteLLM\W+API\W+key	invalid	litellm-proxy	~-		no
pattern	litellm-proxy.authentication-failed.code	authentication-failed	\btoken_not_found_in_db\b	token_not_found_in_db	litellm-proxy	~-		no
pattern	litellm-proxy.quota-exhausted.budget	quota-exhausted	(?:\bExceededBudget\W+|\bBudget\W+has\W+been\W+exceeded\W+Current\W+cost|\bExceededTokenBudget\b)	budget	litellm-proxy	~-		no
pattern	litellm-proxy.permission-denied.model	permission-denied	\b(?:key|team)\W+not\W+allowed\W+to\W+access\W+model\b	allowed	litellm-proxy	~-		no
pattern	litellm-proxy.model-not-found.name	model-not-found	Invalid\W+model\W+name\W+passed\W+in\W+model\W?=(?<model>[\w./:-]{0,100}\w)	invalid	litellm-proxy	~-		no
pattern	litellm-proxy.rate-limited.cooldown	rate-limited	No\W+deployments\W+available\W+for\W+selected\W+model\b	deployments	litellm-proxy	litellm		no
pattern	minimax.credential-refused.login	credential-refused	login\W+fail\W+Please\W+carry\W+the\W+API\W+secret\W+key	please	minimax	~-		no
pattern	minimax.credential-refused.status	credential-refused	\bstatus_code\W{1,24}(?:2049|1004)\W{1,24}status_msg\W{1,24}(?:invalid\W+api\W+key|login\W+fail)	status_code	minimax	~-		no
pattern	minimax.quota-exhausted.balance	quota-exhausted	\bstatus_code\W{1,24}1008\b|\binsufficient\W+balance\W{1,24}\(?1008\b	status_code;insufficient	minimax	~-		no
pattern	mistral.credential-refused.detail	credential-refused	[{(]\s{0,12}["'\\]{1,6}detail["'\\]{1,6}\s{0,4}:\s{0,12}["'\\]{1,6}Unauthorized["'\\]{1,6}\s{0,12}[})]|^[\w.]{0,60}\bdetail=Unauthorized$	unauthorized;detail~=unauthorized	mistral	~-		yes
pattern	mistral.credential-refused.codestral	credential-refused	["'\\]{1,4}message["'\\]{1,4}\s{0,4}:\s{0,4}["'\\]{1,4}Unauthorized["'\\]{1,4}\s{0,4},\s{0,4}["'\\]{1,4}request_id["'\\]	unauthorized	mistral	~-		yes
pattern	mistral.authentication-failed.sdk	authentication-failed	(?:\bAPI\W+error\W+occurred\W+Status\W+(?<status>401)|\bSDKError\b[^\n]{0,40}?\bStatus\W+(?:code\W+)?(?<status>401)\b)	status	mistral	mistralai		no
pattern	mistral.rate-limited.capacity	rate-limited	(?:Service\W+tier\W+capacity\W+exceeded|Requests\W+rate\W+limit\W+exceeded)	exceeded	mistral	~-		no
pattern	mistral.model-not-found.invalid	model-not-found	\bInvalid\W+model\W+(?<model>[\w.-]{2,80})\W[\s\S]{0,60}?\binvalid_model\b	invalid_model	mistral	~-		no
pattern	moonshot.credential-refused.authentication	credential-refused	(?:\bInvalid\s{1,12}Authentication(?:["'\\,.]|$)|\binvalid_authentication_error\b)	authentication	moonshot	~-		no
pattern	moonshot.credential-refused.incorrect	credential-refused	\bincorrect_api_key_error\b	incorrect_api_key_error	moonshot	~-		no
pattern	moonshot.quota-exhausted.quota	quota-exhausted	\bexceeded_current_quota_error\b	exceeded_current_quota_error	moonshot	~-		no
pattern	moonshot.server-error.overloaded	server-error	\bengine_overloaded_error\b	engine_overloaded_error	moonshot	~-		no
pattern	nvidia.credential-refused.authorization	credential-refused	\bstatus\W{1,24}40[13]\W{1,24}(?:[\w.]{0,60}\b)?title\W{1,24}(?:Forbidden|Unauthorized)\W{1,24}(?:[\w.]{0,60}\b)?detail\W{1,24}(?:Authorization|Authentication)\W+failed	authorization;authentication	nvidia	~-		no
pattern	nvidia.credential-refused.bearer	credential-refused	Bearer\W+error\W{1,24}invalid_token[\s\S]{0,200}?check\W+or\W+regenerate\W+your\W+API\W+key	invalid_token	nvidia	~-		no
pattern	nvidia.credential-absent.langchain	credential-absent	(?:An\W+API\W+key\W+is\W+required\W+for\W+the\W+hosted\W+NIM\W+Set\W+(?<variable>NVIDIA_API_KEY)|API\W+key\W+is\W+required\W+for\W+the\W+hosted\W+NIM)	hosted nim	nvidia	~-	variable=NVIDIA_API_KEY	no
pattern	ollama.credential-refused.signin	credential-refused	\bunauthorized\W{1,24}signin_url\b	unauthorized	ollama	~-		no
pattern	ollama.network.server	network	Failed\W+to\W+connect\W+to\W+Ollama\W+Please\W+check\W+that\W+Ollama	connect	ollama	~-		no
pattern	ollama.model-not-found.pull	model-not-found	\bmodel\W{1,24}(?<model>[\w./:-]{1,80})\W{1,24}not\s+found\W+try\W+pulling	pulling	ollama	~-		no
pattern	openai.credential-absent.node-4	credential-absent	\b(?<variable>OPENAI_API_KEY)\W+environment\W+variable\W+is\W+missing\W+or\W+empty	openai_api_key	openai	openai-node		no
pattern	openai.credential-absent.node-5	credential-absent	Missing\W+credentials\W+Please\W+pass\W+an\W+apiKey\b[\s\S]{0,100}?\bset\W+the\W+(?<variable>OPENAI_API_KEY)\b	openai_api_key	openai	openai-node		no
pattern	openai.credential-absent.python-2	credential-absent	Missing\W+credentials\W+Please\W+pass\W+an\W+api_key\b[\s\S]{0,100}?\bset\W+the\W+(?<variable>OPENAI_API_KEY)\b	openai_api_key	openai	openai-python		no
pattern	openai.credential-absent.python-1	credential-absent	api_key\W+client\W+option\W+must\W+be\W+set\W+either\W+by\W+passing\W+api_key\W+to\W+the\W+client\W+or\W+by\W+setting\W+the\W+(?<variable>OPENAI_API_KEY)\b	openai_api_key	openai	openai-python		no
pattern	openai.credential-absent.python-0	credential-absent	No\W+API\W+key\W+provided\W+You\W+can\W+set\W+your\W+API\W+key\W+in\W+code\W+using\W+openai\.api_key	openai.api_key	openai	openai-python	variable=OPENAI_API_KEY	no
pattern	openai.credential-absent.ruby	credential-absent	api_key\W+is\W+required\W+and\W+can\W+be\W+set\W+via\W+environ\W+(?<variable>OPENAI_API_KEY)\b	openai_api_key	openai	openai-ruby		no
pattern	openai.credential-absent.ruby-openai	credential-absent	OpenAI\W+access\W+token\W+missing\b	missing	openai	ruby-openai		no
pattern	openai.credential-absent.go-langchain	credential-absent	missing\W+the\W+OpenAI\W+API\W+key\W+set\W+it\W+in\W+the\W+(?<variable>OPENAI_API_KEY)	openai_api_key	openai	langchaingo		no
pattern	openai.credential-absent.java-4	credential-absent	At\W+least\W+one\W+credential\W+source\W+must\W+be\W+specified\W+credential	credential	openai	openai-java	variable=OPENAI_API_KEY	no
pattern	openai.credential-absent.php-laravel	credential-absent	OpenAI\W+API\W+Key\W+is\W+missing\W+Please\W+publish\b	missing	openai	openai-php	variable=OPENAI_API_KEY	no
pattern	openai.credential-absent.spring-1	credential-absent	OpenAI\W+API\W+key\W+must\W+be\W+set\W+Use\W+the\W+connection\W+property\W+(?<variable>spring\.ai\.openai\.api-key)	spring.ai.openai.api-key	openai	spring-ai		no
pattern	openai.credential-absent.llama-index	credential-absent	No\W+API\W+key\W+found\W+for\W+OpenAI\W+Please\W+set\W+either\W+the\W+(?<variable>OPENAI_API_KEY)	openai_api_key	openai	llama-index		no
pattern	openai.credential-absent.chroma	credential-absent	Please\W+provide\W+an\W+OpenAI\W+API\W+key\W+You\W+can\W+get\W+one\W+at\b	provide	openai	chromadb	variable=OPENAI_API_KEY	no
pattern	openai.credential-absent.chroma-1	credential-absent	\b(?<variable>CHROMA_OPENAI_API_KEY)\W+environment\W+variable\W+is\W+not\W+set	chroma_openai_api_key	openai	chromadb		no
pattern	openai.credential-absent.langchain-js	credential-absent	OpenAI\W+or\W+Azure\W+OpenAI\W+API\W+key\W+or\W+Token\W+Provider\W+not\W+found	provider	openai	langchain-js	variable=OPENAI_API_KEY	no
pattern	openai.credential-absent.dotnet	credential-absent	Value\W+cannot\W+be\W+(?:null|an\W+empty\W+string)\W+\(Parameter\W+(?:key|apiKey|credential)\W{1,24}\)(?=[\s\S]{0,800}?(?:OpenAI|ApiKeyCredential|KeyCredential))	(parameter	openai	openai-dotnet		yes
pattern	openai.feature-disabled.agents-tracing	feature-disabled	(?:No\W+API\W+key\W+provided\W+for\W+OpenAI\W+tracing\W+exporter|OPENAI_API_KEY\W+is\W+not\W+set\W+skipping\W+trace\W+export)	tracing;trace	openai	openai-agents		no
pattern	openai.credential-not-sent.no-header	credential-not-sent	\bdidn(?:\W{0,3}|\\+u0027|\\+u2019|&#0?39;)t\W+provide\W+an\W+API\W+key\b	provide	openai	~-		no
pattern	openai.credential-refused.incorrect-key	credential-refused	Incorrect\s+API\s+key\s+provided:\s*(?<echo>\S[\s\S]{0,600}?)\.?\s+You\s+can\s+find\b	incorrect	openai	~-		no
pattern	openai.credential-refused.incorrect-key-cut	credential-refused	Incorrect\s+API\s+key\s+provided:\s*(?<echo>[^\s"']{1,400}?)[.…]?(?=["'\\]*\s*(?:$|\(truncated|[,}]))(?!\.?["'\\]*\s+You\s+can)	incorrect	openai	~-		yes
pattern	openai.credential-refused.no-organization	credential-refused	must\W+be\W+a\W+member\W+of\W+an\W+organization\W+to\W+use\W+the\W+API	organization	openai	~-		no
pattern	openai.credential-revoked.deactivated	credential-revoked	(?:key\W+is\W+associated\W+with\W+a\W+deactivated\W+account|OpenAI\W+account\W+(?:associated\W+with\W+this\W+API\W+key\W+)?has\W+been\W+deactivated|\baccount_deactivated\b)	deactivated	openai	~-		no
pattern	openai.endpoint-mismatch.region-host	endpoint-mismatch	access\W+resource\W+with\W+incorrect\W+regional\W+hostname(?:[\s\S]{0,60}?request\W+to\W+(?<host>[a-z0-9.-]+\.openai\.com))?	incorrect	openai	~-		no
pattern	openai.endpoint-mismatch.issuer	endpoint-mismatch	(?:authentication\W+token\W+is\W+not\W+from\W+a\W+valid\W+issuer|["']invalid_issuer["'])	issuer	openai	~-		no
pattern	openai.endpoint-mismatch.organization	endpoint-mismatch	(?:OpenAI-Organization\W+header\W+should\W+match\W+organization\W+for\W+API\W+key|\bmismatched_organization\b)	organization	openai	~-	variable=OPENAI_ORG_ID	no
pattern	openai.permission-denied.scopes	permission-denied	(?:insufficient\W+permissions\W+for\W+this\W+operation|Missing\W+scopes\W+(?<scope>[a-z][a-z._]+))	insufficient;missing	openai	~-		no
pattern	openai.permission-denied.project-model	permission-denied	Project\W+(?:proj_\w+\W+)?does\W+not\W+have\W+access\W+to\W+model\W+(?<model>[\w.:/-]+)	project	openai	~-		no
pattern	openai.permission-denied.ip	permission-denied	\bIP\W+(?:address\W+)?not\W+authorized\b|\bip_not_authorized\b	authorized	openai	~-		yes
pattern	openai.permission-denied.verify-organization	permission-denied	organization\W+must\W+be\W+verified\W+to\W+(?:use|stream)\W+(?:the|this)\W+model	organization	openai	~-		no
pattern	openai.region-blocked.country	region-blocked	(?:Country,\s+region,\s+or\s+territory\s+not\s+supported|\bunsupported_country_region_territory\b)	territory	openai	~-		no
pattern	openai.quota-exhausted.quota	quota-exhausted	(?:exceeded\W+your\W+current\W+quota\W+please\W+check\W+your\W+plan\W+and\W+billing\W+details(?!\W+For\W+more\W+information\W+on\W+this\W+error\W+head\W+to)|["'\s=]insufficient_quota\b|\bcredit_balance_exhausted\b|\bbilling_hard_limit_reached\b|\bbilling_not_active\b|Billing\W+hard\W+limit\W+has\W+been\W+reached|account\W+is\W+not\W+active\W+please\W+check\W+your\W+billing\W+details)	quota;billing;credit_balance_exhausted	openai	~-		no
pattern	openai.rate-limited.reached	rate-limited	Rate\W+limit\W+reached\W+for\W+(?:requests|default-\w+|[\w.:/-]+\W+in\W+organization\W+org-)	reached	openai	~-		no
pattern	openai.model-not-found.model	model-not-found	The\W+model\W+(?<model>[\w.:/-]{2,80})\W+(?:does\W+not\W+exist(?:\W+or\W+you\W+do\W+not\W+have\W+access\W+to\W+it)?|has\W+been\W+deprecated)	model	openai	~-		yes
pattern	openai.context-length.maximum	context-length	(?:maximum\W+context\W+length\W+is\W+(?<count>\d+)\W+tokens|\bcontext_length_exceeded\b|input\W+exceeds\W+the\W+context\W+window\W+of\W+this\W+model)	context	openai	~-		yes
pattern	openai.server-error.sorry	server-error	(?:server\W+had\W+an\W+error\W+(?:while\W+)?processing\W+your\W+request|(?:server|engine|model|servers)\W+(?:is|are)\W+currently\W+overloaded\b|That\W+model\W+is\W+currently\W+overloaded)	server;overloaded	openai	~-		yes
pattern	openai.feature-disabled.browser-key	feature-disabled	running\W+in\W+a\W+browser-like\W+environment[\s\S]{0,80}?secret\W+API\W+credentials	browser-like	openai	openai-node		no
pattern	openrouter.credential-absent.langchain-js	credential-absent	OpenRouter\W+API\W+key\W+is\W+required\b(?:[\s\S]{0,160}?\bthe\W+(?<variable>OPENROUTER_API_KEY))?	openrouter	openrouter	langchain-js	variable=OPENROUTER_API_KEY	no
pattern	openrouter.credential-not-sent.no-auth	credential-not-sent	\bNo\W+auth\W+credentials\W+found\b	credentials	openrouter	~-		no
pattern	openrouter.credential-refused.cookie	credential-refused	\bNo\W+cookie\W+auth\W+credentials\W+found\b	credentials	openrouter	~-		no
pattern	openrouter.credential-not-sent.header	credential-not-sent	(?:\bMissing\W+Authentication\W+header\W{1,24}code\W{1,24}401\b|\b401\W{1,24}Missing\W+Authentication\W+header\b)	authentication	openrouter	~-		yes
pattern	openrouter.credential-refused.user	credential-refused	(?:\bUser\s{1,12}not\s{1,12}found\b[."'\\]{0,8}\s{0,12}\W{1,12}(?:[\w.]{0,60}\b)?code\W{1,12}401\b|\b401\b\W{1,24}(?:[\w.]{0,60}\bmessage\W{1,24})?User\s{1,12}not\s{1,12}found\b)	found	openrouter	~-		yes
pattern	openrouter.quota-exhausted.credits	quota-exhausted	(?:requires\W+more\W+credits\W+or\W+fewer\W+max_tokens|\bInsufficient\W+credits\b[\s\S]{0,80}?\bopenrouter\.ai|Key\W+limit\W+exceeded[\s\S]{0,80}?openrouter\.ai)	credits;key limit	openrouter	~-		no
pattern	openrouter.model-not-found.endpoints	model-not-found	(?:No\W+endpoints\W+found\W+(?:for|matching)\b|(?<![\w./:-])(?<model>[\w./:-]{3,80})\s{1,12}is\W+not\W+a\W+valid\W+model\W+ID)	endpoints;valid model	openrouter	~-		no
pattern	openrouter.server-error.provider	server-error	\bProvider\W+returned\W+error\b	provider	openrouter	~-		yes
pattern	perplexity.credential-refused.key	credential-refused	Invalid\W+API\W+key\W+provided\W+You\W+can\W+find\W+your\W+API\W+key\W+at\W+https?\W+(?:www\W)?perplexity\.ai	perplexity.ai	perplexity	~-		no
pattern	perplexity.authentication-failed.html	authentication-failed	<title>\s{0,4}401\s{1,12}Authorization\s{1,12}Required\s{0,4}</title>[\s\S]{0,200}?(?:openresty|cloudflare)	authorization	perplexity	~-		yes
pattern	replicate.credential-refused.token	credential-refused	(?:\bIncorrect\W+authentication\W+token\b|You\W+did\W+not\W+pass\W+a\W+valid\W+authentication\W+token|You\W+did\W+not\W+pass\W+an\W+authentication\W+token)	authentication token	replicate	~-		no
pattern	siliconflow.credential-refused.key	credential-refused	\bApi\s{1,12}key\s{1,12}is\s{1,12}invalid\b	invalid	siliconflow	~-		yes
pattern	siliconflow.credential-refused.token	credential-refused	\bError\s{1,12}code:\s{1,12}401\W{1,24}Invalid\s{1,12}token\b	invalid	siliconflow	~-		yes
pattern	together.credential-absent.sdk	credential-absent	\bsetting\W+the\W+(?<variable>TOGETHER_API_KEY)\W+environment\W+variable	together_api_key	together	together-python		no
pattern	together.credential-absent.legacy	credential-absent	\b(?<variable>TOGETHER_API_KEY)\W+not\W+found\W+Please\W+set\W+it	together_api_key	together	together-python		no
pattern	together.credential-refused.key	credential-refused	Invalid\W+API\W+key\W+provided\W+You\W+can\W+find\W+your\W+API\W+key\W+at\W+https?\W+api\.together	api.together	together	~-		no
pattern	together.credential-refused.old	credential-refused	(?:\binvalid\W+private\W+key\b(?=[\s\S]{0,200}?[Tt]ogether)|[Tt]ogether[\s\S]{0,200}?\binvalid\W+private\W+key\b|API\W+key\W+doesn\W{1,24}t\W+match\W+expected\W+format)	private key;match expected	together	~-		no
pattern	together.quota-exhausted.credit	quota-exhausted	Credit\W+limit\W+exceeded\W+(?:please\W+)?(?:navigate|visit|update)[\s\S]{0,60}?api\.together	api.together	together	~-		no
pattern	vercel-gateway.credential-refused.key	credential-refused	AI\W+Gateway\W+authentication\W+failed\W+Invalid\W+API\W+key	authentication	vercel-gateway	~-		no
pattern	vercel-gateway.credential-expired.oidc	credential-expired	AI\W+Gateway\W+authentication\W+failed\W+Invalid\W+OIDC\W+token	authentication	vercel-gateway	~-	variable=VERCEL_OIDC_TOKEN	no
pattern	vercel-gateway.credential-absent.none	credential-absent	AI\W+Gateway\W+authentication\W+failed\W+No\W+authentication\W+provided|Unauthenticated\W+request\W+to\W+AI\W+Gateway	ai gateway	vercel-gateway	~-	variable=AI_GATEWAY_API_KEY	no
pattern	xai.credential-absent.sdk	credential-absent	(?i:trying)\W+to\W+read\W+the\W+xAI\W+API\W+key\W+from\W+the\W+(?<variable>XAI_API_KEY)\W+environment\W+variable	environment	xai	xai-python		no
pattern	xai.credential-refused.incorrect-key	credential-refused	Incorrect\s+API\s+key\s+provided:\s*(?<echo>\S[\s\S]{0,600}?)\.?\s+You\s+can\s+obtain\b	incorrect	xai	~-		no
pattern	xai.credential-not-sent.no-credentials	credential-not-sent	Unauthenticated[\s\S]{0,120}?No\W+credentials\W+provided	unauthenticated	xai	~-		no
pattern	xai.credential-expired.oauth	credential-expired	Invalid\W+or\W+expired\W+credentials\W+auth_kind	credentials	xai	~-		no
pattern	xai.quota-exhausted.credits	quota-exhausted	Your\W+(?:newly\W+created\W+)?team(?:\W+\S{1,60})?\W+(?:doesn\W{1,24}t\W+have\W+any\W+credits|has\W+(?:either\W+)?(?:used\W+all|run\W+out))	your	xai	~-		no
pattern	xai.credential-revoked.blocked	credential-revoked	\bapi_key_(?:blocked|disabled)\b|API\W+key\W+is\W+(?:currently\W+)?(?:blocked|disabled)\W+(?:due\W+to|on)\b	api_key_blocked;api_key_disabled;blocked;disabled	xai	~-		yes
pattern	zhipu.credential-not-sent.header	credential-not-sent	Header中未收到Authorization参数	header中未收到authorization参数	zhipu	~-		no
pattern	zhipu.credential-malformed.token	credential-malformed	Authorization\s{0,2}Token非法	authorization	zhipu	~-		no
pattern	zhipu.credential-expired.token	credential-expired	(?:Authorization\s{0,2}Token已过期|令牌已过期)	已过期	zhipu	~-		no
pattern	zhipu.credential-absent.sdk	credential-absent	(?:未提供api_key，请通过参数或环境变量提供|api_key\W+not\W+provided\W+please\W+provide\W+it\W+through\W+parameters\W+or\W+environment\W+variables)	api_key	zhipu	zhipuai-python	variable=ZHIPUAI_API_KEY	no
pattern	zhipu.quota-exhausted.balance	quota-exhausted	(?:余额不足|账户已欠费|Insufficient\W+balance\W+or\W+no\W+resource\W+package)	余额不足;账户已欠费;insufficient	zhipu	~-		no
pattern	zhipu.rate-limited.concurrency	rate-limited	(?:您当前使用该API的并发数过高|您的账户已达到速率限制|调用次数过多)	并发数;速率限制;调用次数	zhipu	~-		no
pattern	celery.process-announced.banner	process-announced	-{4,20}\s(?<service>celery@[\w.-]{1,120}|[\w.-]{1,60}@[\w.-]{1,120})\sv\d+\.\d+[\w.]{0,10}	--- 	~-	~-		no
pattern	celery.process-announced.app	process-announced	\.>\s+app:\s+(?<app>[\w.]{1,120}):0x[0-9a-f]{1,16}	app:	~-	~-	script=celery	no
pattern	celery.process-announced.ready	process-announced	(?:^|[\s\]])(?<service>[\w.-]{1,60}@[\w.-]{1,120})\sready\.	ready	~-	~-		no
pattern	celery.process-announced.beat	process-announced	(?:^celery\s+beat\s+v\d[\w.]{0,10}\s+\(\w{1,20}\)\s+is\s+starting|\bbeat:\s+Starting\.\.\.)	beat	~-	~-	service=celery-beat	no
pattern	celery.process-exited.warm	process-exited	\bworker:\s+(?:Warm|Cold)\s+shutdown\s+\(\w{1,20}\)	shutdown	~-	~-		no
pattern	celery.process-exited.lost	process-exited	(?:Process\s+['"]?ForkPoolWorker-\d{1,4}['"]?\s+pid:(?<pid>\d{1,7})\s+exited\s+with\s+['"]?(?<reason>[^'"\n]{1,60})|WorkerLostError)	forkpoolworker;workerlosterror	~-	~-		no
pattern	configuration.credential-absent.improperly-configured	credential-absent	ImproperlyConfigured\W{1,24}Set\W+the\W+(?<variable>(?:OPENAI|AZURE_OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|REPLICATE|LITELLM)_(?:API_)?(?:KEY|TOKEN))\W+environment\W+variable	improperlyconfigured	~-	django-environ		no
pattern	configuration.credential-absent.starlette	credential-absent	Config\W{1,24}(?<variable>(?:OPENAI|AZURE_OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|REPLICATE|LITELLM)_(?:API_)?(?:KEY|TOKEN))\W{1,24}is\W+missing\W+and\W+has\W+no\W+default	missing	~-	starlette		no
pattern	configuration.credential-absent.pydantic-settings	credential-absent	\bvalidation\s{1,12}errors?\s{1,12}for\s{1,12}\w{1,60}[\s\S]{0,300}?^\s{0,4}(?<field>(?i:(?<provider_word>openai|anthropic|claude|gemini|groq|mistral|deepseek|openrouter|xai|cohere|huggingface)_(?:api_)?(?:key|token)))\s{1,8}(?i:field\s{1,12}required)	validation	~-	pydantic-settings		no
pattern	configuration.credential-absent.envconfig	credential-absent	required\W+(?:key|environment\W+variable)\W+(?<variable>(?:OPENAI|AZURE_OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|REPLICATE|LITELLM)_(?:API_)?(?:KEY|TOKEN))\W+(?:missing\W+value|is\W+not\W+set)	required	~-	go-config		no
pattern	configuration.credential-absent.dotenv-safe	credential-absent	not\W+present\W+in\W+the\W+environment\W{1,24}(?:[A-Z][A-Z0-9_]{1,60}\W{1,24}){0,20}?(?<variable>(?:OPENAI|AZURE_OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|REPLICATE|LITELLM)_(?:API_)?(?:KEY|TOKEN))\b	environment	~-	dotenv-safe		no
pattern	configuration.credential-absent.quarkus	credential-absent	config\W+property\W+(?<variable>quarkus\.langchain4j\.(?:[\w"-]{1,40}\.)?(?<provider_word>openai|anthropic|mistralai|azure-openai|huggingface|ai\.gemini|vertexai)[\w.-]{0,30}\.api-key)\W+is\W+required\b	quarkus.langchain4j.	~-	quarkus		no
pattern	configuration.credential-absent.ruby-llm	credential-absent	Missing\W+configuration\W+for\W+(?<provider_word>[A-Z]\w{2,20})\W{1,24}(?<field>\w{2,30}_api_key)\b	configuration	~-	ruby-llm		no
pattern	configuration.credential-absent.rust-genai	credential-absent	ApiKeyEnvNotFound\W{1,24}env_name\W{1,24}(?<variable>(?:OPENAI|AZURE_OPENAI|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|REPLICATE|LITELLM)_(?:API_)?(?:KEY|TOKEN))\b	apikeyenvnotfound	~-	rust-genai		no
pattern	docker-compose.variable-blank.defaulting	variable-blank	The\s{1,3}["'\\]{0,4}(?<variable>[A-Za-z_][A-Za-z0-9_]{1,80})["'\\]{0,4}\s{1,3}variable\s+is\s+not\s+set\.\s+Defaulting\s+to\s+a\s+blank\s+string	defaulting	~-	~-		no
pattern	docker-compose.variable-blank.required	variable-blank	required\W+variable\W+(?<variable>[A-Za-z_][A-Za-z0-9_]{1,80})\W+is\W+missing\W+a\W+value	required	~-	~-		no
pattern	docker-compose.secret-unavailable.env-file	secret-unavailable	(?:\benv\W+file\s{1,3}(?<secret>[^\s"']{1,200})\W+not\W+found\b|Couldn\W{1,3}t\W+find\W+env\W+file:?\s{1,3}(?<secret>[^\s"']{1,200}))	file	~-	~-		no
pattern	docker-compose.secret-unavailable.secret	secret-unavailable	(?:service\W+(?<service>[\w.-]{1,80})\W+refers\W+to\W+undefined\W+secret\W+(?<secret>[\w.-]{1,80})|secret\W+not\W+found\W+(?<secret>[\w.-]{1,80})|bind\W+source\W+path\W+does\W+not\W+exist:?\s{1,3}(?<secret>\S{1,200}))	secret;bind source	~-	~-		no
pattern	docker-compose.process-exited.container	process-exited	^(?<service>[\w.-]{1,80})\s+exited\s+with\s+code\s+(?<status>\d{1,3})\b	exited	~-	~-		no
pattern	docker-compose.process-spawned.container	process-spawned	^\s{0,3}(?:Container\s+)?(?<service>[\w.-]{2,80}[-_]\d{1,3})\s+(?:Started|Created|Recreated)\b	started;created	~-	~-		no
pattern	docker-compose.process-spawned.creating	process-spawned	^(?:Creating|Starting|Recreating)\s+(?<service>[\w.-]{2,80})\s+\.\.\.(?:\s*done)?	creating;starting	~-	~-		no
pattern	dotenv.environment-loaded.node-17	environment-loaded	\binject(?:ed|ing)\W+env\W+(?<count>\d{1,4})\W+from\s{1,3}(?<file>[^\s"',|]{1,200})	inject	~-	~-		no
pattern	dotenv.environment-loaded.missing-file	environment-loaded	\bMISSING_ENV_FILE\b[^\n]{0,80}?(?<file>[\w./-]{0,80}\.env[\w.-]{0,40})	missing_env_file	~-	~-	count=0	no
pattern	dotenv.environment-loaded.failed	environment-loaded	(?:\[dotenv[^\]\n]{0,20}\](?:\[\w{1,10}\])?\W+Failed\W+to\W+load\s{1,3}(?<file>\S{1,200})|Python-dotenv\W+could\W+not\W+find\W+configuration\W+file|open\W+(?<file>\S{0,120}\.env[\w.-]{0,30}):\s+no\W+such\W+file)	dotenv;.env	~-	~-	count=0	no
pattern	dotenv.environment-loaded.python	environment-loaded	\b(?i:loaded|loading|read|reading)\W+(?:the\W+)?(?i:environment|env|\.env)\W+(?:variables\W+)?(?:file\W+)?(?:from\s{1,3})?["']?(?<file>[\w./@-]{0,150}\.env[\w.-]{0,40})	.env	~-	~-		no
pattern	dotenv.variable-shadowed.already-set	variable-shadowed	\W(?<variable>[A-Z][A-Z0-9_]{2,60})\W{1,3}is\W+already\W+(?:defined|set)\W+(?:in\W+.{0,40}\W+)?and\W+(?:was|will)\W+(?:NOT|not)\W+(?:be\W+)?overwritten	overwritten	~-	~-		no
pattern	github-actions.process-spawned.run	process-spawned	##\[group\]Run\s+(?<script>[^\n]{1,300})	##[group]run	~-	~-		no
pattern	github-actions.process-exited.code	process-exited	##\[error\]Process\s+completed\s+with\s+exit\s+code\s+(?<status>\d{1,3})	##[error]process	~-	~-		no
pattern	github-actions.secret-unavailable.context	secret-unavailable	(?:\bSecret\s+source:\s+(?<scope>None|Dependabot)\b|Input\s+required\s+and\s+not\s+supplied:\s+(?<variable>[\w-]{1,80}))	source;required	~-	~-		no
pattern	github-actions.process-exited.gitlab	process-exited	\bERROR:\s+Job\s+failed:\s+exit\s+(?:code|status)\s+(?<status>\d{1,3})	failed:	~-	~-		no
pattern	github-actions.process-exited.make	process-exited	^make(?:\[\d{1,3}\])?:\s+\*\*\*\s+\[[^\]\n]{1,200}\]\s+Error\s+(?<status>\d{1,3})	error	~-	~-		no
pattern	gunicorn.process-announced.booting	process-announced	\bBooting\sworker\swith\spid:?\s(?<pid>\d{1,7})	booting	~-	~-		no
pattern	gunicorn.process-announced.listening	process-announced	\bListening\sat:\s\S{1,200}(?:,\S{1,200})?\s\((?<pid>\d{1,7})\)	listening	~-	~-		no
pattern	gunicorn.process-exited.worker	process-exited	\bWorker\s(?:exiting\s\(pid:\s(?<pid>\d{1,7})\)|\(pid:(?<pid>\d{1,7})\)\s(?:was\ssent|exited\swith\scode))	worker	~-	~-		no
pattern	gunicorn.process-exited.boot	process-exited	\bWorker\sfailed\sto\sboot\b|\bShutting\sdown:\sMaster\b	failed to boot;shutting down: master	~-	~-		no
pattern	gunicorn.process-spawned.uwsgi	process-spawned	\bspawned\suWSGI\s(?:worker\s\d{1,4}\s(?:\(and\sthe\sonly\)\s)?|master\sprocess\s)\(pid:\s(?<pid>\d{1,7})	spawned	~-	~-		no
pattern	gunicorn.credential-rotated.reload	credential-rotated	\bHandling\ssignal:\shup\b	handling	~-	~-		yes
pattern	http.network.refused	network	(?:\bECONNREFUSED\b(?:\W{1,3}(?<host>[\w.:\[\]-]{3,100}))?|\b[Cc]onnection\s+refused\b|\bConnect(?:ion)?RefusedError\b|actively\s+refused\s+it|Failed\s+to\s+connect\s+to\s+(?<host>[\w.-]{3,100}))	refused;failed to connect;failed	~-	~-		no
pattern	http.network.reset	network	(?:\bECONNRESET\b|\bEPIPE\b|\bECONNABORTED\b|\bsocket\s+hang\s+up\b|[Cc]onnection\s+reset\s+by\s+peer|Server\s+disconnected\s+without\s+sending\s+a\s+response|RemoteProtocolError|Connection\s+aborted|unexpected EOF|other\s+side\s+closed|\bERR_STREAM_PREMATURE_CLOSE\b|Premature\s+close|[Ii]ncomplete\s+chunked\s+read)	econnreset;epipe;econnaborted;hang up;reset;disconnected;remoteprotocolerror;aborted;unexpected eof;other side closed;premature;chunked	~-	~-		no
pattern	http.network.timeout	network	(?:\bETIMEDOUT\b|\bESOCKETTIMEDOUT\b|\bUND_ERR_(?:CONNECT|HEADERS|BODY)_TIMEOUT\b|\bAPI(?:Connection)?TimeoutError\b|\b(?:Read|Connect|Pool|Write)Timeout(?:Error)?\b|\bRequest\s+timed\s+out\b|context\s+deadline\s+exceeded|\bi/o\s+timeout\b|Client\.Timeout\s+exceeded|timeout\s+of\s+\d{1,7}ms\s+exceeded|Timeout\s+awaiting\s+\W?\w{1,20}\W?\s+for\s+\d{1,7}ms|\bHttpTimeoutException\b|SocketTimeoutException|\bcURL\s+error\s+28\b|The\s+read\s+operation\s+timed\s+out|Net::ReadTimeout|The\s+operation\s+was\s+aborted\s+due\s+to\s+timeout)	timeout;timed out;timedout;deadline exceeded;curl error	~-	~-		no
pattern	http.network.dns	network	(?:\bgetaddrinfo\s+(?:ENOTFOUND|EAI_AGAIN)(?:\s+(?<host>[\w.-]{3,100}))?|\bENOTFOUND\b|Name\s+or\s+service\s+not\s+known|Temporary\s+failure\s+in\s+name\s+resolution|nodename\s+nor\s+servname\s+provided|no\s+such\s+host|\bUnknownHostException\b|Could\s+not\s+resolve\s+host|Name\s+does\s+not\s+resolve|\bEAI_AGAIN\b|dns\s+error:\s+failed\s+to\s+lookup)	getaddrinfo;enotfound;not known;name resolution;servname;no such host;unknownhost;not resolve;eai_again;dns error	~-	~-		no
pattern	http.network.certificate	network	(?:\bCERTIFICATE_VERIFY_FAILED\b|certificate\s+verify\s+failed|self[- ]signed\s+certificate|unable\s+to\s+(?:get\s+local\s+issuer|verify\s+the\s+first)\s+certificate|\bUNABLE_TO_(?:GET_ISSUER_CERT|VERIFY_LEAF_SIGNATURE)|\bCERT_HAS_EXPIRED\b|\bDEPTH_ZERO_SELF_SIGNED_CERT\b|x509:\s+certificate|PKIX\s+path\s+building\s+failed|SSLHandshakeException|\bSSLCertVerificationError\b|\bERR_TLS_CERT_ALTNAME_INVALID\b|tls:\s+failed\s+to\s+verify|\bcURL\s+error\s+60\b|WRONG_VERSION_NUMBER)	certificate;unable_to;cert_;signed_cert;x509;pkix;sslhandshake;sslcert;tls:;tls_cert;curl error;wrong_version	~-	~-		no
pattern	http.network.connection	network	(?:\bAPIConnectionError\b\W{1,4}\W?Connection\s+error|\bConnection\s+error\.|\bfetch\s+failed\b|\bConnectError\b|All\s+connection\s+attempts\s+failed|Max\s+retries\s+exceeded\s+with\s+url|\bENETUNREACH\b|\bEHOSTUNREACH\b|Network\s+is\s+unreachable|No\s+route\s+to\s+host|\bNewConnectionError\b|\bProxyError\b|Unable\s+to\s+connect\.\s+Is\s+the\s+computer\s+able)	connection;fetch failed;connecterror;max retries;netunreach;hostunreach;unreachable;route to host;proxyerror;unable to connect	~-	~-		yes
pattern	http.server-error.status	server-error	(?:\bError\s+code:\s+(?<status>5\d\d)\b|\bstatus\s+code\s+(?<status>5\d\d)\b|status\s+code:\s+(?<status>5\d\d)\b|(?<!"[ ])\b(?<status>5(?:00\s{1,3}Internal\s{1,3}Server\s{1,3}Error|02\s{1,3}Bad\s{1,3}Gateway|03\s{1,3}Service\s{1,3}(?:Temporarily\s{1,3})?Unavailable|04\s{1,3}Gateway\s{1,3}Time-?out))|\b(?:openai|anthropic|groq|together|cerebras)\.InternalServerError\b)	error code;status code;internal;bad gateway;unavailable;gateway time	~-	~-		yes
pattern	http.rate-limited.status	rate-limited	(?:\bError\s+code:\s+(?<status>429)\b|\bstatus\s+code:?\s+(?<status>429)\b|(?<!"[ ])\b(?<status>429)\s{1,3}(?:Too\s{1,3}Many\s{1,3}Requests|status\s{1,3}code)|\bRateLimitError\b|(?<!\d:[ ]')(?<!\d':[ ]')(?<!\d:)(?<!\d:[ ])(?<!\d[ ])\bToo\s{1,3}Many\s{1,3}Requests\b|\bRateLimitException\b|["'\s=:](?:rate_limit_exceeded|rate_limit_reached|tokens_limit_reached)\b|\bThrottlingException\b|\bThrottled\b)	error code;status code;too many;ratelimit;rate_limit;tokens_limit;throttl	~-	~-		yes
pattern	http.permission-denied.status	permission-denied	(?:\bError\s+code:\s+(?<status>403)\b|\bstatus\s+code:?\s+(?<status>403)\b|(?<!"[ ])\b(?<status>403)\s{1,3}(?:Forbidden|Client\s{1,3}Error)\b|\bPermissionDeniedError\b)(?![\s\S]{0,600}?(?i:api.?key|security\stoken|leaked|credential|authenticat|authorization\sfailed))	error code;status code;forbidden;permissiondenied;client error	~-	~-		yes
pattern	http.permission-denied.model	permission-denied	\b(?:not|isn.t|is\s+not)\s+(?:authori[sz]ed|allowed|permitted|entitled)\s+to\s+(?:use|access|call)\s+(?:the\s+|this\s+)?models?\b	authori;allowed to;permitted to;entitled to	~-	~-		yes
pattern	http.model-not-found.status	model-not-found	(?:\bError\s+code:\s+(?<status>404)\b|["'\s=:](?:model_not_found|model_not_exist|ModelNotFound|model_not_available|model_decommissioned)\b)	error code;model_;modelnotfound	~-	~-		yes
pattern	http.quota-exhausted.status	quota-exhausted	(?:\bError\s+code:\s+(?<status>402)\b|\bstatus\s+code:?\s+(?<status>402)\b|\b(?<status>402)\s{1,3}Payment\s{1,3}Required\b|\b[Ii]nsufficient\s+(?:[Bb]alance|credits?|funds)\b|requires\s+more\s+credits|["'\s=:](?:insufficient_balance|insufficient_credits|quota_exceeded|credit_limit_reached)\b)	error code;status code;payment;insufficient;credits;quota_exceeded;credit_limit	~-	~-		yes
pattern	kubernetes.secret-unavailable.config-error	secret-unavailable	(?:\bsecret\W+(?<secret>[a-z0-9][a-z0-9./-]{0,120})\W+not\W+found\b|couldn\W{1,3}t\W+find\W+key\W+(?<variable>[\w.-]{1,80})\W+in\W+Secret\W+(?<secret>[\w./-]{1,120})|\breferences\W+non-existent\W+secret\W+key\W+(?<variable>[\w.-]{1,80}))	secret	~-	~-		no
pattern	kubernetes.secret-unavailable.reason	secret-unavailable	(?:\bCreateContainerConfigError\b|\bFailedMount\b[^\n]{0,200}?\bsecret\b)	createcontainerconfigerror;failedmount	~-	~-		no
pattern	kubernetes.secret-unavailable.forbidden	secret-unavailable	\bsecrets?\W+(?<secret>[\w.-]{1,120})\W+is\W+forbidden\W+User\W+(?<service>[\w:.-]{1,120})	forbidden	~-	~-		no
pattern	kubernetes.process-spawned.container	process-spawned	\b(?:Started\W+container\W+(?<service>[\w.-]{1,80})|Created\W+container\W+(?<service>[\w.-]{1,80}))	container	~-	~-		no
pattern	kubernetes.process-exited.container	process-exited	(?:Back-off\W+restarting\W+failed\W+container\W+(?<service>[\w.-]{1,80})|Stopping\W+container\W+(?<service>[\w.-]{1,80})|\bCrashLoopBackOff\b|\bOOMKilled\b)	container;crashloopbackoff;oomkilled	~-	~-		no
pattern	lambda.process-announced.init	process-announced	\bINIT_START\s+Runtime\s+Version:\s+(?<name>\S{1,60})	init_start	~-	~-		no
pattern	lambda.process-announced.start	process-announced	\bSTART\s+RequestId:\s+(?<request>[0-9a-fA-F-]{36})\s+Version:\s+(?<version>\S{1,20})	requestid:	~-	~-		no
pattern	lambda.process-exited.runtime	process-exited	\bRequestId:\s+(?<request>[0-9a-fA-F-]{36})\s+Error:\s+Runtime\s+exited\s+with\s+error:\s+(?:exit\s+status\s+(?<status>\d{1,3})|signal)	requestid:	~-	~-		no
pattern	lambda.process-exited.init-report	process-exited	\bINIT_REPORT\s+Init\s+Duration:\s+[\d.]{1,12}\s+ms\s+Phase:\s+\w{1,10}\s+Status:\s+(?<status>error|timeout)	init_report	~-	~-		no
pattern	lambda.network.timed-out	network	\bTask\s+timed\s+out\s+after\s+(?<count>[\d.]{1,10})\s+seconds	seconds	~-	~-		no
pattern	lambda.process-announced.functions-framework	process-announced	\bServing\s+function\.\.\.\s+Function:\s+(?<service>[\w.-]{1,80})	function...	~-	~-		no
pattern	lambda.process-announced.azure	process-announced	\bExecuting\s+'Functions\.(?<service>[\w.-]{1,80})'\s+\(	executing	~-	~-		no
pattern	nest.process-announced.starting	process-announced	(?:\[Nest\]\s{1,3}(?<pid>\d{1,7})\s{1,4}-\s[^\n]{0,80}?)?\bStarting\s{1,3}Nest\s{1,3}application	application	~-	~-		no
pattern	nest.variable-blank.config-validation	variable-blank	Config\W+validation\W+error\W+(?<variable>[A-Z][A-Z0-9_]{2,60})\W{1,3}(?:is\W+(?:required|not\W+allowed\W+to\W+be\W+empty))	validation	~-	~-		no
pattern	nest.variable-blank.config-service	variable-blank	Configuration\W+key\W+(?<variable>[A-Za-z][\w.]{2,60})\W+does\W+not\W+exist	configuration	~-	~-		no
pattern	next.environment-loaded.environments	environment-loaded	^\s{0,4}-\s{1,3}Environments:\s{1,4}(?<file>\.env[\w.-]{0,40}(?:,\s{0,2}\.env[\w.-]{0,40}){0,8})	environments:	~-	~-		no
pattern	next.environment-loaded.reload	environment-loaded	\bReload\W+env\W+(?<file>\.env[\w.-]{0,40})	reload	~-	~-		no
pattern	next.build-step.next	build-step	(?:\bnext\s+build\b|Creating\W+an\W+optimized\W+production\W+build|Collecting\W+page\W+data|Failed\W+to\W+collect\W+page\W+data\W+for\s{1,3}(?<script>\S{1,120})|Generating\W+static\W+pages|Error\W+occurred\W+prerendering\W+page|> Build\W+error\W+occurred)	next;build;collect;static pages;prerendering	~-	~-		no
pattern	next.build-step.docker-classic	build-step	^Step\s{1,2}\d{1,3}/\d{1,3}\s{1,2}:\s{1,2}(?:RUN|COPY|FROM|ENV|ARG|WORKDIR|CMD|ENTRYPOINT|ADD|USER|EXPOSE)\b	step 	~-	~-		no
pattern	next.build-step.docker-buildkit	build-step	^(?:#\d{1,4}\s+(?:\d{1,5}\.\d{1,4}\s+)?|\s{0,4}=>\s{1,4}(?:ERROR\s+|CACHED\s+)?)\[?[^\]\n]{0,60}\]?\s{0,3}(?:RUN|>)\s{1,3}(?:\S+\s+){0,6}?(?:npm|pnpm|yarn|bun|next|tsc|vite|pip|python|node|make|go|cargo|mvn|gradle)\b	run ;node;next;vite;python;make;cargo;gradle;pnpm;yarn	~-	~-		no
pattern	next.build-step.bundlers	build-step	(?:\bvite\s+v\d[\w.-]{0,20}\s+building\b|\bRunning\W+"?(?:npm|pnpm|yarn|bun)\W+run\W+build\b|^>\s+\S{1,80}@\S{1,30}\s+build\b|\bturbo\s+run\s+build\b|webpack\s+\d[\w.-]{0,20}\s+compiled\b)	build;compiled	~-	~-		no
pattern	node.process-exited.uncaught	process-exited	^(?:Node\.js\sv\d{1,2}\.\d{1,3}\.\d{1,3}|Bun\sv\d{1,2}\.\d{1,3}\.\d{1,3}\s\([^)\n]{1,60}\))\s{0,2}$	node.js v;bun v	~-	~-		no
pattern	node.process-announced.spring	process-announced	\bStarting\s(?<service>\w{1,80})\s(?:v\S{1,40}\s)?using\sJava\s(?<version>[\w.+-]{1,30})\s(?:on\s\S{1,80}\s)?with\sPID\s(?<pid>\d{1,7})(?:\s\((?<script>\S{1,200})\sstarted\sby)?	starting	~-	~-		no
pattern	node.process-announced.php-server	process-announced	\bPHP\s(?<version>\d[\w.-]{1,20})\sDevelopment\sServer\s\((?<host>\S{1,100})\)\sstarted	development	~-	~-		no
pattern	node.process-announced.php-fpm	process-announced	\bfpm\sis\srunning,\spid\s(?<pid>\d{1,7})	running,	~-	~-	service=php-fpm	no
pattern	node.process-exited.php-fpm	process-exited	\[pool\s(?<service>[\w-]{1,40})\]\schild\s(?<pid>\d{1,7})\sexited\s	exited	~-	~-		no
pattern	node.process-spawned.php-fpm	process-spawned	\[pool\s(?<service>[\w-]{1,40})\]\schild\s(?<pid>\d{1,7})\sstarted	started	~-	~-		no
pattern	node.process-exited.python-pool	process-exited	A\s(?:child\sprocess\sterminated|process\sin\sthe\sprocess\spool\swas\sterminated)\sabruptly	terminated	~-	~-		no
pattern	node.process-announced.multiprocessing	process-announced	^Process\s(?<service>[\w:.-]{1,60}-\d{1,4}(?::\d{1,4})?):\s{0,2}$	process 	~-	~-		no
pattern	node.process-exited.cluster	process-exited	\b(?i:worker|child|subprocess)\s(?:process\s)?(?:with\spid\s)?(?:#?\d{1,4}\s\(pid:?\s)?(?<pid>\d{2,7})\)?\s(?:has\s)?(?:died|exited|terminated|crashed)\b	died;exited;terminated;crashed	~-	~-		no
pattern	node.process-announced.cluster	process-announced	(?:^|\s)(?i:worker|primary|master)\s(?<pid>\d{2,7})\s(?:is\srunning|started|is\sonline|listening)\b	running;started;online;listening	~-	~-		no
pattern	node.credential-rotated.hangup	credential-rotated	\bSIGHUP\b[^\n]{0,60}?\b(?i:reload\w*|re-?read\w*|refresh\w*)|\b(?i:reload\w*|re-?read\w*)\b[^\n]{0,60}?\bSIGHUP\b	sighup	~-	~-		yes
pattern	node.process-exited.signal	process-exited	\b(?i:received|got|caught)\s(?<reason>SIG(?:TERM|INT|QUIT|KILL))\b|\b(?<reason>SIG(?:TERM|INT|QUIT)),\s(?:closing|bye|shutting|exiting|stopping)	sigterm;sigint;sigquit;sigkill	~-	~-		no
pattern	nodemon.process-spawned.starting	process-spawned	(?:^|\[nodemon\]\s)starting\s`(?<script>[^`\n]{1,300})`	starting	~-	~-		no
pattern	nodemon.process-exited.crashed	process-exited	(?:^|\[nodemon\]\s)(?:app\scrashed\s-\swaiting|clean\sexit\s-\swaiting|restarting\sdue\sto\schanges)	crashed;waiting;restarting	~-	~-		no
pattern	nodemon.process-exited.concurrently	process-exited	^(?:\[(?<service>[\w.:@-]{1,40})\]\s)?(?<script>(?:[\w./@-]{0,80}/)?(?:node|npm|npx|pnpm|yarn|bun|bunx|deno|tsx|ts-node|python3?|uvicorn|gunicorn|celery|ruby|bundle|php|java|go|cargo|sleep|cross-env|env-cmd|env|sh|bash)\b[^\n]{0,600}?)\sexited\swith\scode\s(?<status>\d{1,3}|SIG\w{2,8})\s{0,3}$	exited	~-	~-		no
pattern	nodemon.process-spawned.foreman	process-spawned	(?:\b(?<service>[\w-]{1,40}\.\d{1,3})\s{0,20}\|\s{1,3}|^)started\swith\spid\s(?<pid>\d{1,7})	started	~-	~-		no
pattern	nodemon.process-spawned.honcho	process-spawned	(?<service>(?<![\w-])[\w-]{1,40}\.\d{1,3})\sstarted\s\(pid=(?<pid>\d{1,7})\)	started	~-	~-		no
pattern	nodemon.process-exited.honcho	process-exited	(?<service>(?<![\w-])[\w-]{1,40}\.\d{1,3})\sstopped\s\(rc=(?<status>-?\d{1,3})\)	stopped	~-	~-		no
pattern	nodemon.process-exited.foreman	process-exited	(?:\b(?<service>[\w-]{1,40}\.\d{1,3})\s{0,20}\|\s{1,3}|^)(?:\[(?:WARN|DONE)\]\s)?(?:exited\swith\scode\s(?<status>\d{1,3})\b|Killing\sall\sprocesses)	exited;killing	~-	~-		no
pattern	nodemon.process-spawned.npm	process-spawned	^>\s(?<service>(?:@[\w.-]{1,60}/)?[\w.-]{1,80})@(?<version>\d[\w.-]{0,30})\s(?<task>(?:start|worker|serve)(?::[\w:-]{1,40})?)\s{0,3}$	start;serve;worker	~-	~-		no
pattern	nodemon.process-exited.npm	process-exited	\bnpm\s(?:ERR!|error)\s(?:code\sELIFECYCLE|errno\s(?<status>\d{1,3})|Lifecycle\sscript\s`?(?<task>[\w:-]{1,40})`?\sfailed\swith\serror|(?<service>[\w.@/-]{1,100})\s\w{1,40}:\s`)	err!;error	~-	~-		no
pattern	other-systems.other-auth.generated-clients	other-auth	(?:by\W+setting\W+the\W+|please\W+add\W+an\W+environment\W+variable\W+|process\.env\.|\bthe\W+|\bThe\W+|via\W+environ\W+|are\W+set\W{1,4})(?!(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN)\b)(?!OPENAI_|AZURE_|ANTHROPIC_|CHROMA_)(?<variable>[A-Z][A-Z0-9]{1,30}_(?:[A-Z0-9]{1,20}_){0,3}?(?:API_KEY|API_TOKEN|ACCESS_TOKEN|SECRET_KEY|AUTH_TOKEN))\b\W{1,4}(?:environment\W+variable|which\W+contains|for\W+model|$)	_key;_token	~-	~-		no
pattern	other-systems.other-auth.github	other-auth	(?:docs\.github\.com/rest\b[\s\S]{0,120}?Bad\s+credentials|Bad\s+credentials[\s\S]{0,120}?docs\.github\.com|\bapi\.github\.com\b[\s\S]{0,300}?\b(?:401|Bad\s+credentials)|Bad\s+credentials\s+-\s+https://docs\.github)	github	~-	~-		no
pattern	other-systems.other-auth.stripe	other-auth	(?:Invalid\s+API\s+Key\s+provided:?\s+(?<echo>[srp]k_(?:live|test)_[\w*.]{0,60})|\bapi\.stripe\.com\b[\s\S]{0,200}?\b401\b|\bStripeAuthenticationError\b|stripe\.error\.AuthenticationError|stripe\._error\.AuthenticationError|Expired\s+API\s+Key\s+provided:?\s+[srp]k_)	sk_live;sk_test;pk_live;pk_test;rk_live;rk_test;stripe;expired	~-	~-		no
pattern	other-systems.other-auth.postgres	other-auth	(?:password\s+authentication\s+failed\s+for\s+user|no\s+pg_hba\.conf\s+entry\s+for|SCRAM(?:-SERVER-FIRST-MESSAGE|\s+authentication\s+failed)|\bSASL:\s|role\s+["']\w{1,60}["']\s+does\s+not\s+exist)	password;pg_hba;scram;sasl:;role	~-	~-		no
pattern	other-systems.other-auth.mysql	other-auth	(?:Access\s+denied\s+for\s+user\s+['"][^'"\n]{0,60}['"]@|\bER_ACCESS_DENIED_ERROR\b|Login\s+failed\s+for\s+user\s+['"]|\bORA-01017\b)	access denied;er_access_denied;login failed;ora-01017	~-	~-		no
pattern	other-systems.other-auth.redis	other-auth	(?:\bNOAUTH\s+Authentication\s+required|\bWRONGPASS\s+invalid\s+username-password|\bNOPERM\s+(?:this\s+user|User)|ERR\s+AUTH\s+<password>|ERR\s+invalid\s+password|redis\.exceptions\.AuthenticationError)	noauth;wrongpass;noperm;err auth;err invalid;redis	~-	~-		no
pattern	other-systems.other-auth.mongo	other-auth	(?:\bMongo(?:Server|DB)?\w{0,20}Error\b[\s\S]{0,60}?\b(?:Authentication\s+failed|bad\s+auth)|\bbad\s+auth\s*:\s+[Aa]uthentication\s+failed|\bcommand\s+\w{1,40}\s+requires\s+authentication)	mongo;bad auth;requires authentication	~-	~-		no
pattern	other-systems.other-auth.rabbitmq	other-auth	(?:\bACCESS_REFUSED\b|Login\s+was\s+refused\s+using\s+authentication\s+mechanism|PossibleAuthenticationFailureException|\bcom\.rabbitmq\.client\.AuthenticationFailureException)	access_refused;login was refused;authenticationfailure	~-	~-		no
pattern	other-systems.other-auth.kafka	other-auth	(?:\bSaslAuthenticationException\b|\bSASL\s+authentication\s+(?:failed|error)|\bTopicAuthorizationException\b|\bSASL_AUTHENTICATION_FAILED\b|\bKafkaJSSASLAuthenticationError\b|\bnats:\s+[Aa]uthorization\s+[Vv]iolation)	sasl;topicauthorization;nats	~-	~-		no
pattern	other-systems.other-auth.smtp	other-auth	(?:\bSMTPAuthenticationError\b|\b53[0-9][- ]5\.7\.\d{1,3}\b|\bEAUTH\b|Username\s+and\s+Password\s+not\s+accepted|\bNet::SMTPAuthenticationError\b|Could\s+not\s+authenticate\.?\s|Failed\s+to\s+authenticate\s+on\s+SMTP\s+server|Invalid\s+login:\s+5\d\d|\bAUTHENTICATIONFAILED\b)	smtp;5.7.;eauth;not accepted;not authenticate;invalid login;authenticationfailed	~-	~-		no
pattern	other-systems.other-auth.aws-service	other-auth	(?:\(\w{3,40}\)\s+when\s+calling\s+the\s+(?!Invoke|Converse|InvokeModel|ApplyGuardrail|Retrieve|ListFoundationModels)(?<operation>[A-Z]\w{2,60})\s+operation[\s\S]{0,60}?(?:security\s+token|Access\s+Key\s+Id|signature|not\s+authorized)|\boperation\s+error\s+(?!Bedrock)(?<service>[\w ]{2,40}):\s+(?!Invoke|Converse)\w{2,60},[\s\S]{0,200}?(?:security\s+token|InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|AccessDenied))	when calling;operation error	~-	~-		no
pattern	other-systems.other-auth.aws-codes	other-auth	(?:\bInvalidAccessKeyId\b|\bSignatureDoesNotMatch\b|The\s+AWS\s+Access\s+Key\s+Id\s+you\s+provided\s+does\s+not\s+exist|The\s+provided\s+token\s+has\s+expired)	invalidaccesskeyid;signaturedoesnotmatch;access key id;provided token	~-	~-		yes
pattern	other-systems.other-auth.google-service	other-auth	(?:\bservice\W{1,8}(?!generativelanguage|aiplatform)(?<service>[a-z0-9-]{3,40}\.googleapis\.com)|https?://(?!generativelanguage|aiplatform|[a-z0-9-]{1,30}-aiplatform)(?<host>[a-z0-9-]{3,40}\.googleapis\.com)/\S{0,300}\s[\s\S]{0,80}?(?:API\s+key\s+not\s+valid|API_KEY_INVALID|\b40[013]\b))	googleapis	~-	~-		no
pattern	other-systems.other-auth.azure-cognitive	other-auth	(?:\bMicrosoft\.(?:Azure\.CognitiveServices\.(?!Open)|ProjectOxford\.|CognitiveServices\.Speech)[\s\S]{0,400}?(?:Unauthorized|\b401\b|Access\s+denied)|\b(?:api\.bing\.microsoft\.com|api\.cognitive\.microsofttranslator\.com|[a-z0-9-]{1,40}\.(?:stt|tts)\.speech\.microsoft\.com)[\s\S]{0,200}?\b401\b|\bBingConnector\b)	microsoft.azure.cogn;projectoxford;cognitiveservices.sp;bing.microsoft;microsofttrans;speech.microsoft;bingconnector	~-	~-		no
pattern	other-systems.other-auth.google-maps	other-auth	(?:\bREQUEST_DENIED\b|The\s+provided\s+API\s+key\s+is\s+invalid\.|InvalidKeyMapError)	request_denied;provided api key;invalidkeymap	~-	~-		no
pattern	other-systems.other-auth.slack	other-auth	(?:slack[^\n]{0,60}?\b(?:invalid_auth|not_authed|token_revoked|account_inactive|token_expired)\b|\b(?:not_authed|token_revoked)\b|discord[^\n]{0,60}?(?:TokenInvalid|An\s+invalid\s+token\s+was\s+provided|Improper\s+token)|\bLoginFailure:\s+Improper\s+token|api\.telegram\.org[\s\S]{0,120}?\b401\b|ETELEGRAM:\s+401)	slack;not_authed;token_revoked;discord;loginfailure;telegram	~-	~-		no
pattern	other-systems.other-auth.mail-sms	other-auth	(?:The\s+provided\s+authorization\s+grant\s+is\s+invalid,\s+expired,\s+or\s+revoked|\bsendgrid[\s\S]{0,120}?\b401\b|\bmailgun[\s\S]{0,120}?\b401\b|\btwilio[\s\S]{0,120}?\b(?:20003|401)\b|\bRestException\b[\s\S]{0,60}?\b20003\b|\bapi\.resend\.com[\s\S]{0,120}?\b401\b|API\s+key\s+is\s+invalid[\s\S]{0,60}?resend)	authorization grant;sendgrid;mailgun;twilio;restexception;resend	~-	~-		no
pattern	other-systems.other-auth.vector-stores	other-auth	(?:\bPinecone\w{0,30}Error\b[\s\S]{0,120}?(?:API\s+key|Unauthorized|rejected)|\bapi\.pinecone\.io[\s\S]{0,160}?\b401\b|\bpinecone[\s\S]{0,80}?Invalid\s+API\s+Key|\bweaviate[\s\S]{0,80}?(?:anonymous\s+access\s+not\s+enabled|\b401\b)|\bqdrant[\s\S]{0,80}?(?:Must\s+provide\s+an\s+API\s+key|\b40[13]\b)|Must\s+provide\s+an\s+API\s+key\s+or\s+an\s+Authorization\s+bearer\s+token|\bsecurity_exception\b[\s\S]{0,80}?unable\s+to\s+authenticate|missing\s+authentication\s+credentials\s+for\s+REST\s+request)	pinecone;weaviate;qdrant;must provide;security_exception;missing authentication	~-	~-		no
pattern	other-systems.other-auth.search-tools	other-auth	(?:\bTavily\W+API\W+key\W+not\W+found|\bTAVILY_API_KEY\b[\s\S]{0,60}?(?:not\W+found|missing|required|not\W+set)|Unauthorized:\s+missing\s+or\s+invalid\s+API\s+key\.?|\bapi\.tavily\.com[\s\S]{0,120}?\b401\b|\bSERPER_API_KEY\b[\s\S]{0,60}?(?:not\W+found|missing|required|not\W+set)|google\.serper\.dev[\s\S]{0,120}?\b40[13]\b|\bserpapi[\s\S]{0,120}?\bInvalid\s+API\s+key)	tavily;serper;serpapi;unauthorized: missing	~-	~-		no
pattern	other-systems.other-auth.tracing	other-auth	(?:\bLangSmith\w{0,20}(?:Auth\w{0,10})?Error\b|Failed\s+to\s+(?:POST|GET|multipart\s+ingest)\s+\S{0,20}\s?(?:https?://)?api\.smith\.langchain\.com|api\.smith\.langchain\.com[\s\S]{0,160}?\b40[13]\b|\blangfuse[\s\S]{0,120}?(?:Invalid\s+credentials|\b401\b|Authentication\s+failed)|\bsentry[\s\S]{0,80}?\b401\b|\bwandb:\s+ERROR\b[\s\S]{0,80}?(?:API\s+key|authenticat|log\s?in)|API\s+key\s+must\s+(?:be\s+40|have\s+40)\s+characters|\bdatadog[\s\S]{0,80}?\b403\b|\bposthog[\s\S]{0,80}?\b401\b)	langsmith;langchain.com;langfuse;sentry;wandb;40 char;datadog;posthog	~-	~-		no
pattern	other-systems.other-auth.registries	other-auth	(?:\bnpm\s+(?:ERR!|error)\s+code\s+E40[13]\b|\bENEEDAUTH\b|unauthorized:\s+authentication\s+required|denied:\s+requested\s+access\s+to\s+the\s+resource|no\s+basic\s+auth\s+credentials|\bErrImagePull\b|\bImagePullBackOff\b|fatal:\s+(?:Authentication\s+failed\s+for|could\s+not\s+read\s+Username)|Permission\s+denied\s+\(publickey|remote:\s+(?:Invalid\s+username\s+or\s+(?:password|token)|HTTP\s+Basic:\s+Access\s+denied)|pull\s+access\s+denied)	npm ;eneedauth;unauthorized: auth;denied: req;basic auth;imagepull;errimage;fatal:;publickey;remote:;pull access	~-	~-		no
pattern	other-systems.other-auth.identity	other-auth	(?:\binvalid_client\b|\bLDAP(?:Invalid)?\w{0,20}\b[\s\S]{0,60}?\b(?:data\s+52e|error\s+code\s+49|[Ii]nvalid\s+[Cc]redentials)|\bFirebaseAuthError\b|Firebase\s+ID\s+token\s+has\s+expired|auth/(?:id-token-expired|invalid-credential|argument-error)|\bClerkAPIResponseError\b|\bsupabase[\s\S]{0,120}?Invalid\s+API\s+key|Double\s+check\s+your\s+Supabase)	invalid_client;ldap;firebase;auth/;clerk;supabase	~-	~-		no
pattern	other-systems.other-auth.vault	other-auth	(?:\bvault\b[\s\S]{0,160}?\bpermission\s+denied|https?://[\w.-]{1,80}(?::8200)?/v1/(?:auth|secret|sys|kv)/[\s\S]{0,160}?\bpermission\s+denied|\bconsul\b[\s\S]{0,80}?\bACL\s+not\s+found)	vault;/v1/;consul	~-	~-		no
pattern	other-systems.other-auth.speech-image	other-auth	(?:\bapi\.elevenlabs\.io\b[\s\S]{0,200}?\b401\b|\belevenlabs\b[\s\S]{0,120}?\binvalid_api_key\b|\bapi\.deepgram\.com\b[\s\S]{0,200}?\b401\b|\bdeepgram\b[\s\S]{0,120}?\bINVALID_AUTH\b|\bapi\.assemblyai\.com\b[\s\S]{0,200}?\b401\b|\bapi\.stability\.ai\b[\s\S]{0,200}?\b401\b|\bapi\.voyageai\.com\b[\s\S]{0,200}?\b401\b|\bapi\.jina\.ai\b[\s\S]{0,200}?\b401\b)	elevenlabs;deepgram;assemblyai;stability.ai;voyageai;jina.ai	~-	~-		no
pattern	server.own-auth.jwt	own-auth	(?:\bJsonWebTokenError\b|\bTokenExpiredError\b|\bNotBeforeError\b|\bjwt\s+(?:expired|malformed|must\s+be\s+provided|not\s+active|signature\s+is\s+required|audience\s+invalid|issuer\s+invalid)|\binvalid\s+jwt\b|\bSignature\s+(?:has\s+expired|verification\s+failed)\b|\bExpiredSignatureError\b|\bInvalidSignatureError\b|\bJWT::(?:DecodeError|ExpiredSignature|VerificationError)|token\s+is\s+expired\s+by\s+\S|token\s+has\s+invalid\s+claims|\bExpiredJwtException\b|\bMalformedJwtException\b|\bInvalidBearerTokenException\b)	jwt ; jwt;jwt::;expiredjwt;malformedjwt;jsonwebtoken;tokenexpired;notbefore;signature;token ;invalidbearer	~-	~-		no
pattern	server.own-auth.user-endpoint	own-auth	\b(?i:(?:invalid|missing|bad|expired|unknown|no)\s+(?:user\s+|session\s+|client\s+|our\s+)?(?:api\s+)?(?:token|session|cookie|api\s+key))\s+(?:for|from|of|on|by)\s+(?:user|client|customer|tenant|endpoint|caller|remote|ip|/|\d{1,3}\.\d)	token;session;cookie;api key	~-	~-		no
pattern	server.own-auth.access-line	own-auth	(?:"|\\")(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+/[^"\s\\]{0,300}\s+HTTP/[\d.]{1,3}\\?"\s+(?<status>401|403)\b	http/	~-	~-		yes
pattern	server.own-auth.access-json	own-auth	(?:\b(?:path|url|route|uri)"?\s?[=:]\s?"?/(?!(?:v\d\w{0,6}/)?(?:chat/completions|completions|messages|embeddings|responses|models)\b)[^"\s]{0,200}[\s\S]{0,800}?\b(?:status|statusCode|status_code)"?\s?[=:]\s?(?<status>401)\b|"(?:status|statusCode|status_code)":\s?(?<status>401)\b[^\n]{0,200}?"(?:path|url|route|uri)":\s?"/[^"\n]{0,200}")	status	~-	~-		yes
pattern	server.own-auth.framework	own-auth	(?:Could\s+not\s+validate\s+credentials|Not\s+authenticated\b|Authentication\s+credentials\s+were\s+not\s+provided|\bUnauthenticated\.|NotAuthenticated\b|Full\s+authentication\s+is\s+required\s+to\s+access|\bBadCredentialsException\b|\bInvalidAuthenticityToken\b|CSRF\s+(?:token|verification)\s|\bForbiddenException\b|\bUnauthorizedException:\s+Unauthorized\b|No\s+authorization\s+token\s+was\s+found|\bMissingAuthorizationError\b|session\s+(?:expired|not\s+found)|invalid\s+session\b|login\s+(?:failed|required)\b|wrong\s+password|[Ii]nvalid\s+(?:(?:email|username|user)\s+or\s+password|login|password)\b)	credentials;authenticated;authentication;unauthenticated;authenticity;csrf;forbidden;unauthorized;authorization;session;login;password	~-	~-		yes
pattern	server.own-auth.refused-caller	own-auth	(?:\brequest\s+refused\b|\brejected\s+(?:request|call|client)\b|\bunauthorized\s+(?:call|caller|request|access)\b|\bclient\s+(?:sent|presented)\s+(?:an?\s+)?(?:invalid|unknown|expired)\b|\bverif(?:y|ied|ication)\w{0,20}(?:ApiKey|_api_key|Token|_token)\b)	refused;rejected;unauthorized;client;verif	~-	~-		no
pattern	pm2.process-spawned.starting	process-spawned	\bApp\s\[(?<service>[^\]:\n]{1,80}):(?:_old_)?\d{1,4}\]\s(?:starting\s(?:in\s-\w+\smode-|in\s\S{1,20}\smode)|online)	starting;online	~-	~-		no
pattern	pm2.process-exited.exited	process-exited	\bApp\s\[(?<service>[^\]:\n]{1,80}):(?:_old_)?\d{1,4}\]\sexited\swith\scode\s\[(?<status>\d{1,3})\](?:\svia\ssignal\s\[(?<reason>\w{1,12})\])?	exited	~-	~-		no
pattern	pm2.process-exited.killed	process-exited	\bpid=(?<pid>\d{1,7})\smsg=process\skilled	msg~=process	~-	~-		no
pattern	pm2.process-exited.errored	process-exited	\bScript\s(?<script>\S{1,200})\shad\stoo\smany\sunstable\srestarts	unstable	~-	~-		no
pattern	pm2.process-exited.stopping	process-exited	\bStopping\sapp:(?<service>[\w.@-]{1,80})\sid:(?:_old_)?\d{1,4}	stopping	~-	~-		no
pattern	pm2.process-announced.process-id	process-announced	\bApp\sname:(?<service>[\w.@-]{1,80})\sid:\d{1,4}\s(?:online|pid:(?<pid>\d{1,7}))	name:	~-	~-		no
pattern	pm2.variable-shadowed.update-env	variable-shadowed	Use\W+--update-env\W+to\W+update\W+environment\W+variables	environment	~-	~-		no
pattern	queues.process-announced.rq	process-announced	\bWorker\s(?<service>[\w:.@-]{0,119}[\w@-]):?\sstarted\swith\sPID\s(?<pid>\d{1,7})	started	~-	~-	script=rq	no
pattern	queues.process-spawned.rq-horse	process-spawned	\bForked\s(?:work-horse\s|child\s)?(?:PID\s)?(?<pid>\d{1,7})\b	forked	~-	~-		no
pattern	queues.process-exited.rq-horse	process-exited	\bWork-horse\s(?:process\s)?(?:was\s)?terminated\sunexpectedly;\swaitpid\sreturned\s(?<status>\d{1,5})	unexpectedly~;	~-	~-		no
pattern	queues.process-announced.dramatiq	process-announced	(?:\[PID\s(?<pid>\d{1,7})\]\s[^\n]{0,80}?)?(?:\bDramatiq\s\S{1,20}\sis\sbooting\sup|\bWorker\sprocess\sis\sready\sfor\saction)	dramatiq;process	~-	~-	script=dramatiq	no
pattern	queues.process-exited.dramatiq	process-exited	(?:\[PID\s(?<pid>\d{1,7})\]\s[^\n]{0,80}?)?(?:\bWorker\shas\sbeen\sshut\sdown|\bStopping\sworker\sprocess\.\.\.)	worker;stopping	~-	~-		no
pattern	queues.process-announced.sidekiq	process-announced	(?:\bpid=(?<pid>\d{1,7})\stid=\w{1,10}\s[^\n]{0,80}?)?(?:\bBooting\sSidekiq\s\d|\bUpgrade\sto\sSidekiq\sPro|\bSidekiq\s\d{1,2}\.\d{1,3}\.\d{1,3}\sconnecting\sto\sRedis|\bStarting\sprocessing,\shit\sCtrl-C\sto\sstop)	sidekiq;hit ctrl-c	~-	~-	script=sidekiq	no
pattern	queues.process-announced.asynq	process-announced	\basynq:\spid=(?<pid>\d{1,7})\s\S{10}\s\S{8,15}\sINFO:\sStarting\sprocessing	processing	~-	~-		no
pattern	queues.process-exited.asynq	process-exited	\basynq:\spid=(?<pid>\d{1,7})\s\S{10}\s\S{8,15}\sINFO:\s(?:Exiting|Starting\sgraceful\sshutdown)	exiting;starting	~-	~-		no
pattern	queues.process-exited.bullmq	process-exited	(?:job\sstalled\smore\sthan\sallowable\slimit|Missing\slock\sfor\sjob\b|Unexpected\sexit\scode:\s(?<status>\d{1,3})\ssignal:\s(?<reason>\w{1,10}))	stalled;missing lock;unexpected exit	~-	~-		no
pattern	queues.process-announced.arq	process-announced	(?:\bStarting\sworker\sfor\s(?<count>\d{1,4})\sfunctions:\s(?<service>[\w.,\s-]{1,120})|\bHuey\sconsumer\sstarted\swith\s|\bRunning\sQ\sCluster\b|\bQ\sCluster\s\S{1,60}\sstarting)	starting;huey;cluster	~-	~-		no
pattern	queues.process-announced.delayed-job	process-announced	\[Worker\((?:delayed_job(?:\.\d{1,4})?\s)?host:(?<host>[\w.-]{1,120})\spid:(?<pid>\d{1,7})\)\]\sStarting\sjob\sworker	starting	~-	~-		no
pattern	queues.process-announced.puma	process-announced	(?:^\s{0,2}\*\s+PID:\s+(?<pid>\d{1,7})|\bWorker\s\d{1,4}\s\(PID:\s(?<pid>\d{1,7})\)\sbooted|\bWEBrick::HTTPServer#start:\spid=(?<pid>\d{1,7}))	pid:;pid~=	~-	~-		no
pattern	queues.process-announced.laravel	process-announced	(?:Processing\sjobs\sfrom\sthe\s\[(?<service>[\w.,@-]{1,80})\]\squeue|Horizon\sstarted\ssuccessfully|Processing\sjobs\sfrom\sthe\s\[(?<service>[\w.,@-]{1,80})\]\squeues)	processing;horizon	~-	~-		no
pattern	secrets.secret-unavailable.vault	secret-unavailable	(?:(?i:no)\s+(?:secret|value)\s+(?:exists\s+at|found\s+at)\s+(?<secret>[\w./-]{1,200})|\bvault\.(?:read|kv)\([^)\n]{1,200}\):?\s|Error\s+(?:making\s+API\s+request|reading\s+secret)[^\n]{0,40}?(?<secret>v1/[\w./-]{1,200}))	secret;value;vault;error	~-	~-		no
pattern	secrets.secret-unavailable.external-secrets	secret-unavailable	(?:\bSecretSyncedError\b|could\s+not\s+get\s+secret\s+data\s+from\s+provider|error\s+retrieving\s+secret\s+at\b|ExternalSecret\b[^\n]{0,80}?\bSecretMissing\b)	secret	~-	~-		no
pattern	secrets.secret-unavailable.aws	secret-unavailable	(?:Secrets\s+Manager\s+can\W{1,3}t\s+find\s+the\s+specified\s+secret|is\s+not\s+authorized\s+to\s+perform:?\s+(?:secretsmanager:GetSecretValue|ssm:GetParameters?)|\bParameterNotFound\b)	secrets manager;authorized;parameternotfound	~-	~-		no
pattern	secrets.secret-unavailable.google	secret-unavailable	(?:Permission\s+'secretmanager\.versions\.access'\s+denied|Secret\s+\[?projects/[\w./-]{1,200}\]?\s+not\s+found|Failed\s+to\s+fetch\s+secret\s+(?<secret>[\w./-]{1,200}))	secret	~-	~-		no
pattern	secrets.secret-unavailable.azure	secret-unavailable	(?:\bSecretNotFound\b|A\s+secret\s+with\s+\(name/id\)\s+(?<secret>[\w./-]{1,120})\s+was\s+not\s+found\s+in\s+this\s+key\s+vault|does\s+not\s+have\s+secrets\s+get\s+permission\s+on\s+key\s+vault)	secret	~-	~-		no
pattern	secrets.secret-unavailable.file	secret-unavailable	(?:open|read|stat|no\s+such\s+file\s+or\s+directory|ENOENT|EACCES|Permission\s+denied|FileNotFoundError|PermissionError)[^\n]{0,120}?(?<secret>/(?:run/secrets|var/run/secrets|etc/secrets|vault/secrets|secrets|mnt/secrets(?:-store)?)/[\w./-]{1,150})	secrets	~-	~-		no
pattern	secrets.secret-unavailable.file-behind	secret-unavailable	(?<secret>/(?:run/secrets|var/run/secrets|etc/secrets|vault/secrets|secrets|mnt/secrets(?:-store)?)/[\w./-]{1,150})["']?[:,]?\s+(?:permission\s+denied|no\s+such\s+file|not\s+found|is\s+not\s+readable|cannot\s+be\s+read|does\s+not\s+exist)	secrets	~-	~-		no
pattern	secrets.credential-rotated.rotated	credential-rotated	\b(?i:rotated|rotating|regenerated|renewed|refreshed|reloaded|reloading|re-read)\s(?:the\s|its\s|new\s)?(?:\w{1,20}\s){0,3}?(?i:(?:api[\s_-]?)?keys?|credentials?|secrets?)\b|\b(?i:(?:api[\s_-]?)?key|credentials?|secret)\s(?:(?:has|have|was|were)\s(?:been\s)?)?(?i:rotated|regenerated|reloaded|replaced)\b	rotat;regenerated;renewed;refreshed;reload;re-read;replaced	~-	~-		yes
pattern	secrets.credential-rotated.vault-agent	credential-rotated	(?:\(runner\)\s+rendered\s+"[^"\n]{1,200}"\s+=>\s+"(?<file>[^"\n]{1,200})"|\bagent\.template\.server[^\n]{0,80}?\brendered\b)	rendered	~-	~-		no
pattern	supervisord.process-announced.daemon	process-announced	\bsupervisord\sstarted\swith\spid\s(?<pid>\d{1,7})	supervisord	~-	~-	service=supervisord	no
pattern	supervisord.process-spawned.spawned	process-spawned	(?:\bspawned:\s|^)'(?<service>[^'\n]{1,80})'\swith\spid\s(?<pid>\d{1,7})	with	~-	~-		no
pattern	supervisord.process-exited.exited	process-exited	(?:\bexited:\s|^)(?<service>[\w.:-]{1,80})\s\((?:exit\sstatus\s(?<status>\d{1,3})|terminated\sby\s(?<reason>SIG\w{2,8}))	status;terminated	~-	~-		no
pattern	supervisord.process-exited.stopped	process-exited	\b(?:stopped|killing|gave\sup):\s(?<service>[\w.:-]{1,80})\s(?:\((?:exit\sstatus|terminated\sby|\d{1,7})|entered\sFATAL)	stopped:;killing:;gave up:	~-	~-		no
pattern	systemd.process-spawned.started	process-spawned	(?:\bsystemd\[\d{1,7}\]:\s{1,4}(?:Started|Starting)\s{1,3}(?<service>[\w@.:\\-]{1,120}?)(?:\.service)?(?:\s{1,3}-\s|\.{1,3}(?:\s|$)|\s|$)|^(?:Started|Starting)\s{1,3}(?<service>[\w@.:\\-]{1,120}?)\.service\b)	systemd[;started;starting	~-	~-		no
pattern	systemd.process-exited.exited	process-exited	(?<![\w@.:\\-])(?<service>[\w@.:\\-]{1,120}?)(?:\.service)?:\s+Main\s+process\s+exited,\s+code=(?<reason>\w{1,12}),\s+status=(?<status>\d{1,3})	process	~-	~-		no
pattern	systemd.process-exited.stopped	process-exited	(?:\bsystemd\[\d{1,7}\]:\s{1,4}|^)(?:(?<service>[\w@.:\\-]{1,120}?)\.service:\s{1,3}(?:Deactivated\s+successfully|Failed\s+with\s+result)|Stopped\s{1,3}(?<service>[\w@.:\\-]{1,120}?)\.service\b)	.service:;stopped	~-	~-		no
pattern	systemd.secret-unavailable.environment-file	secret-unavailable	(?:Failed\s+to\s+load\s+environment\s+files|Failed\s+to\s+set\s+up\s+credentials|Failed\s+to\s+run\s+.{1,20}\s+task:\s+No\s+such\s+file\s+or\s+directory)	failed	~-	~-		no
pattern	systemd.variable-blank.assignment	variable-blank	(?:Ignoring\s+invalid\s+environment\s+assignment\s+['"]?(?:export\s+)?(?<variable>[A-Za-z_][A-Za-z0-9_]{1,60})|Invalid\s+environment\s+assignment,\s+ignoring:\s+(?:export\s+)?(?<variable>[A-Za-z_][A-Za-z0-9_]{1,60}))	assignment	~-	~-		no
pattern	systemd.process-spawned.cron	process-spawned	(?:\b(?i:crond?)\[(?<pid>\d{1,7})\]:\s{1,4}|^)\((?<user>[\w.-]{1,40})\)\s+CMD\s+\((?<script>[^\n]{1,300})\)	) cmd	~-	~-		no
pattern	uvicorn.process-announced.server	process-announced	\bStarted\s(?<role>server|parent|reloader)\sprocess\s\[(?<pid>\d{1,7})\]	started	~-	~-		no
pattern	uvicorn.process-exited.finished	process-exited	\b(?:Finished\sserver|Stopping\s(?:reloader|parent)|Terminated\schild)\sprocess\s\[(?<pid>\d{1,7})\]	process	~-	~-		no
pattern	uvicorn.process-exited.died	process-exited	\bChild\sprocess\s\[(?<pid>\d{1,7})\]\sdied	process	~-	~-		no
pattern	uvicorn.process-announced.hypercorn	process-announced	^\[[^\]\n]{10,40}\]\s\[(?<pid>\d{1,7})\]\s\[INFO\]\sRunning\son\s\S{1,100}	running	~-	~-		no
pattern	wrappers.credential-absent.stainless-python	credential-absent	(?:api_key|auth_token|bearer_token)\W+client\W+option\W+must\W+be\W+set\W+either\W+by\W+passing\W+\w+\W+to\W+the\W+client\W+or\W+by\W+setting\W+the\W+(?<variable>(?!OPENAI_API_KEY|GROQ_API_KEY|TOGETHER_API_KEY|CEREBRAS_API_KEY)(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN))\b	passing	~-	stainless		no
pattern	wrappers.credential-absent.stainless-node	credential-absent	\bThe\W+(?<variable>(?!OPENAI_API_KEY|GROQ_API_KEY|TOGETHER_API_KEY|CEREBRAS_API_KEY)(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN))\W+environment\W+variable\W+is\W+missing\W+or\W+empty\W+either\W+provide	environment	~-	stainless		no
pattern	wrappers.credential-absent.stainless-java	credential-absent	(?:\bapiKey\b|\bcredential\b)\W{1,24}is\W+required\W+but\W+was\W+not\W+set	required	~-	stainless-java		yes
pattern	wrappers.credential-absent.spring-placeholder	credential-absent	Could\W+not\W+resolve\W+placeholder\W+(?<variable>[\w.-]{0,60}(?i:openai|anthropic|claude|gemini|vertex|groq|mistral|deepseek|openrouter|cohere|bedrock|hugging)[\w.-]{0,60})\W+in\W+value	placeholder	~-	spring		yes
pattern	wrappers.credential-absent.vercel-ai	credential-absent	\b(?!(?:ElevenLabs|Deepgram|AssemblyAI|Luma|Fal|Hume|LMNT|Gladia|Rev|Voyage)\b)(?<provider_word>[A-Z][\w.() -]{1,40}?)\W+API\W+key\W+is\W+missing\W+Pass\W+it\W+using\W+the\W+apiKey\W+parameter(?:\W+or\W+the\W+(?<variable>[A-Z][A-Z0-9_]{3,60})\W+environment\W+variable)?	parameter	~-	vercel-ai		no
pattern	wrappers.credential-absent.vercel-ai-setting	credential-absent	\bsetting\W+is\W+missing\W+Pass\W+it\W+using\W+the\W+(?<setting>\w{2,40})\W+parameter(?:\W+or\W+the\W+(?<variable>[A-Z][A-Z0-9_]{3,60})\W+environment\W+variable)?	parameter	~-	vercel-ai		no
pattern	wrappers.credential-malformed.vercel-ai	credential-malformed	API\W+key\W+must\W+be\W+a\W+string\b(?:\W+The\W+value\W+of\W+the\W+(?<variable>[A-Z][A-Z0-9_]{3,60}))?	string	~-	vercel-ai		no
pattern	wrappers.credential-absent.mastra	credential-absent	Could\W+not\W+find\W+API\W+key\W+process\.env\.(?<variable>(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN))\b(?:[\s\S]{0,80}?\bfor\W+model\W+id\W+(?<model>[\w./:@-]{2,100}))?	process.env.	~-	mastra		no
pattern	wrappers.credential-absent.langchain-python	credential-absent	Did\W+not\W+find\W+(?<field>\w{3,60})\W+please\W+add\W+an\W+environment\W+variable\W+(?<variable>(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN))\b	environment	~-	langchain-python		no
pattern	wrappers.credential-absent.langchain-js	credential-absent	(?<provider_word>Groq|Deepseek|DeepSeek|Fireworks|xAI|Together\W+AI|Perplexity|Voyage\W+AI|Cohere|Mistral|MistralAI|Cerebras|Moonshot|Zhipu\W?AI|Alibaba\W+Tongyi|Baichuan)\W+API\W+key\W+not\W+found(?:[\s\S]{0,20}?\bset\W+the\W+(?<variable>[A-Z][A-Z0-9_]{3,60}))?	found	~-	langchain-js		no
pattern	wrappers.authentication-failed.langchain-js	authentication-failed	(?:\berrors/MODEL_AUTHENTICATION\b|\blc_error_code\W+MODEL_AUTHENTICATION\b)	errors/model_authentication;model_authentication	~-	langchain-js		no
pattern	wrappers.rate-limited.langchain-js	rate-limited	(?:\berrors/MODEL_RATE_LIMIT\b|\blc_error_code\W+MODEL_RATE_LIMIT\b)	errors/model_rate_limit;model_rate_limit	~-	langchain-js		no
pattern	wrappers.model-not-found.langchain-js	model-not-found	(?:\berrors/MODEL_NOT_FOUND\b|\blc_error_code\W+MODEL_NOT_FOUND\b)	errors/model_not_found;model_not_found	~-	langchain-js		no
pattern	wrappers.credential-absent.crewai-required	credential-absent	\b(?<variable>(?:OPENAI|ANTHROPIC|GEMINI|GOOGLE|GROQ|MISTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|TOGETHER|TOGETHERAI|FIREWORKS|PERPLEXITY|NVIDIA|MOONSHOT|HF|HUGGINGFACE|AZURE|AZURE_OPENAI|OLLAMA|REPLICATE|DATABRICKS|LITELLM)_(?:API_)?(?:KEY|TOKEN))\W+is\W+required\b	required	~-	~-		yes
pattern	wrappers.credential-absent.crewai-compatible	credential-absent	API\W+key\W+required\W+for\W+(?<provider_word>[a-z][\w-]{1,30})\W	required	~-	crewai		no
pattern	wrappers.authentication-failed.crewai-azure	authentication-failed	Azure\W+authentication\W+failed\W+Check\W+your\W+API\W+key	authentication	azure-openai	crewai		no
pattern	wrappers.model-not-found.crewai	model-not-found	Unable\W+to\W+initialize\W+LLM\W+with\W+model\W+(?<model>[\w./:@-]{1,100})	initialize	~-	crewai		no
pattern	wrappers.authentication-failed.litellm	authentication-failed	\blitellm\.(?:exceptions\.)?AuthenticationError\b(?:\W{1,24}AuthenticationError)?(?:\W{1,24}(?<provider_word>[A-Za-z_]{2,30}?)_?Exception\b)?	authenticationerror	~-	litellm		no
pattern	wrappers.credential-absent.litellm	credential-absent	(?i:Missing)\W+(?!Anthropic\b)(?<provider_word>[A-Z][\w ]{1,30}?)\W+API\W+Key\W+A\W+call\W+is\W+being\W+made\W+to\b	missing	~-	litellm		no
pattern	wrappers.model-not-found.litellm	model-not-found	LLM\W+Provider\W+NOT\W+provided\W+Pass\W+in\W+the\W+LLM\W+provider	provider	~-	litellm		no
pattern	wrappers.rate-limited.litellm	rate-limited	\blitellm\.(?:exceptions\.)?RateLimitError\b	ratelimiterror	~-	litellm		no
pattern	wrappers.context-length.litellm	context-length	\blitellm\.(?:exceptions\.)?ContextWindowExceededError\b	contextwindowexceedederror	~-	litellm		no
pattern	wrappers.network.litellm-timeout	network	\blitellm\.(?:exceptions\.)?Timeout\b	litellm.	~-	litellm		no
pattern	wrappers.credential-absent.pydantic-ai	credential-absent	Set\W+the\W+(?<variable>[A-Z][A-Z0-9_]{3,60})\W+environment\W+variable\W+or\W+pass\W+it\W+via\W+(?<client>\w{3,40})Provider\b	environment	~-	pydantic-ai		no
pattern	wrappers.credential-absent.haystack	credential-absent	None\W+of\W+the\W+following\W+authentication\W+environment\W+variables\W+are\W+set\W+(?<variable>(?:OPENAI|AZURE_OPENAI|AZURE|ANTHROPIC|CLAUDE|GEMINI|GOOGLE_GENERATIVE_AI|GOOGLE|GROQ|MISTRAL|CODESTRAL|DEEPSEEK|OPENROUTER|XAI|COHERE|CO|CEREBRAS|DASHSCOPE|ALIBABA|TOGETHER|TOGETHER_AI|TOGETHERAI|FIREWORKS|PERPLEXITY|PPLX|NVIDIA|MOONSHOT|HF|HUGGINGFACE|HUGGINGFACEHUB|REPLICATE|LITELLM|AI_GATEWAY|ZHIPUAI|ZHIPU|ZAI|MINIMAX|SILICONFLOW|OLLAMA|DATABRICKS)_(?:API_)?(?:KEY|TOKEN))\b	authentication	~-	haystack		no
pattern	wrappers.credential-malformed.flowise	credential-malformed	\bCredentials\W+could\W+not\W+be\W+decrypted\b	credentials	~-	flowise		yes
pattern	wrappers.credential-absent.langchain4j	credential-absent	(?:Either\W+apiKey\W+or\W+credential\W+must\W+be\W+set\W+to\W+authenticate|\bapiKey\W+cannot\W+be\W+(?:null\W+or\W+blank|blank|null)\b)	apikey	~-	langchain4j		yes
pattern	wrappers.secret-unavailable.continue	secret-unavailable	couldn\W{1,24}t\W+find\W+a\W+secret\W+with\W+the\W+name\W+(?<secret>[A-Za-z][\w.-]{2,80})	couldn	~-	continue		no
pattern	wrappers.credential-blank.httpx	credential-blank	Illegal\W+header\W+value\W+b\W{1,24}Bearer\s*["'\\]	illegal	~-	httpx		yes
pattern	wrappers.credential-malformed.httpx	credential-malformed	Illegal\W+header\W+value\W+b\W{1,24}(?!Bearer\s*["'\\])(?:Bearer\s+)?(?<echo>[^"'\s][\s\S]{0,300}?)["']	illegal	~-	httpx		yes
pattern	wrappers.credential-malformed.requests	credential-malformed	Invalid\W+(?:leading\W+whitespace\W+reserved\W+character\W+s?\W*or\W+return\W+character\W+s?\W*in\W+header\W+value|header\W+value)\W+(?:b\W{1,24})?(?:Bearer\s+)?(?<echo>[^"'\s][\s\S]{0,300}?)["'\\]*(?:$|\s|["'])	invalid	~-	requests		yes
pattern	wrappers.credential-malformed.node-fetch	credential-malformed	(?:Bearer\s{1,12}(?<echo>\S{1,300})\s{1,12})?\bis\W+not\W+a\W+legal\W+HTTP\W+header\W+value	legal	~-	node-fetch		yes
pattern	wrappers.credential-malformed.undici	credential-malformed	(?:Headers\.(?:append|set)\W{1,24}(?:Bearer\s{1,12})?(?<echo>[^"'\s][^"']{0,300}?)["'\\\s]{1,8}is\W+an\W+invalid\W+header\W+value|Invalid\W+character\W+in\W+header\W+content\W+(?:\[\W*)?(?i:Authorization|x-api-key|api-key)\b|Cannot\W+convert\W+argument\W+to\W+a\W+ByteString)	headers.append;headers.set;invalid character;bytestring	~-	undici		yes
pattern	wrappers.credential-malformed.go	credential-malformed	net/http\W+invalid\W+header\W+field\W+value\W+(?:for\W+\W*(?i:Authorization|X-Api-Key|Api-Key)|\W*Bearer\b)	net/http	~-	go-http		yes
pattern	wrappers.credential-malformed.java	credential-malformed	(?:Unexpected\W+char\W+0x[0-9a-f]{1,4}\W+at\W+\d+\W+in\W+(?:Authorization|x-api-key|api-key)\W+value|invalid\W+header\W+value\W+\W*Bearer\b|illegal\W+character\S{0,3}\W+in\W+message\W+header\W+value\W+\W*Bearer)	unexpected;invalid;illegal	~-	okhttp		yes
pattern	wrappers.credential-malformed.encoding	credential-malformed	(?:normalize_header_value|putheader|_encode_header|_make_header)\b[\s\S]{0,500}?\b(?:ascii|latin-1)\W{1,24}codec\W+can\W{1,24}t\W+encode	codec	~-	httpx		yes
pattern	wrappers.credential-malformed.languages	credential-malformed	(?:header\W+field\W+value\W+cannot\W+include\W+CR/LF|New-line\W+characters\W+are\W+not\W+allowed\W+in\W+header\W+values|Newline\W+or\W+carriage\W+return\W+(?:character\W+)?detected\W+in\W+(?:HTTP\W+)?(?:status\W+message\W+or\W+)?headers?|failed\W+to\W+parse\W+header\W+value|\bInvalidHeaderValue\b|is\W+not\W+valid\W+header\W+value|InvalidArgumentError\W{1,24}invalid\W+(?:authorization|x-api-key|api-key)\W+header\b|The\W+format\W+of\W+value\W+\W?Bearer\b)	header;format of value;format	~-	~-		yes
pattern	wrappers.credential-malformed.too-large	credential-malformed	\b431\s{1,12}Request\s{1,12}Header\s{1,12}Fields\s{1,12}Too\s{1,12}Large|(?i:status\s{0,2}code|status|error\s{1,2}code)\W{1,24}431\b	header;status;error code	~-	~-		yes
pattern	wrappers.authentication-failed.status-openai-go	authentication-failed	OpenAI\W+API\W+error\W+(?<status>401)\W+Unauthorized	unauthorized	~-	openai-go		yes
provider	anthropic	Anthropic	api.anthropic.com;api-staging.anthropic.com	Anthropic;AsyncAnthropic;AnthropicClient;AnthropicOkHttpClient;ChatAnthropic;AnthropicLLM;AnthropicModel;AnthropicProvider;AnthropicCompletion;AnthropicChatModel;AnthropicChatGenerator;AnthropicApi;AnthropicFoundry;AnthropicClaude;createAnthropic	site-packages/anthropic/;dist-packages/anthropic/;/anthropic/_client.py;/anthropic/_base_client.py;node_modules/@anthropic-ai/;.pnpm/@anthropic-ai;site-packages/langchain_anthropic/;node_modules/@langchain/anthropic/;node_modules/@ai-sdk/anthropic/;github.com/anthropics/anthropic-sdk-go;com.anthropic.;dev.langchain4j.model.anthropic;org.springframework.ai.anthropic;gems/anthropic-;vendor/anthropic-ai/;Anthropic.SDK;crewai/llms/providers/anthropic/;litellm/llms/anthropic/;pydantic_ai/models/anthropic.py;pydantic_ai/providers/anthropic.py;llama_index/llms/anthropic/	claude-;claude_;anthropic/claude;anthropic:claude	anthropic;claude	\banthropic-ratelimit-;\banthropic-organization-id\b;\banthropic-version\b;\breq_011[A-Za-z0-9]{20,24}\b;\brequest-id["'\\]*\s*[:~=]\s*["'\\]*req_011;\btype\W{1,24}error["'\\]{1,4}\s{0,4},\s{0,4}["'\\]{0,4}error["'\\]{1,4}\s{0,4}:	no	no
variable	ANTHROPIC_API_KEY	ANTHROPIC_KEY;ANTHROPIC_APIKEY;ANTHROPIC_TOKEN;ANTHROPIC_API_TOKEN;ANTHROPIC_SECRET;ANTHROPIC_SECRET_KEY;ANTHROPIC_ACCESS_KEY;ANTROPIC_API_KEY;ANTHROPHIC_API_KEY;CLAUDE_API_KEY;CLAUDE_KEY;CLAUDE_TOKEN;CREWAI_ANTHROPIC_API_KEY;ANTHROPIC_PROD_KEY	no
variable	ANTHROPIC_AUTH_TOKEN		no
variable	CLAUDE_CODE_OAUTH_TOKEN		no
variable	ANTHROPIC_FOUNDRY_API_KEY		no
variable	ANTHROPIC_AWS_API_KEY		no
variable	ANTHROPIC_BASE_URL	ANTHROPIC_API_BASE;ANTHROPIC_URL;ANTHROPIC_ENDPOINT;ANTHROPIC_API_URL	yes
variable	ANTHROPIC_PROFILE		yes
key	sk-ant-api03-	sk-ant-api\d{2,4}-[A-Za-z0-9_-]{20,}	108	A-Za-z0-9_-	AA	yes	api-key
key	sk-ant-admin01-	sk-ant-admin\d{2}-[A-Za-z0-9_-]{20,}	110	A-Za-z0-9_-	AA	yes	admin
key	sk-ant-oat01-	sk-ant-oat\d{2}-[A-Za-z0-9_-]{20,}		A-Za-z0-9_-		yes	oauth
key	sk-ant-	sk-ant-[A-Za-z0-9_-]{20,}		A-Za-z0-9_-		yes	api-key
provider	azure-openai	Azure OpenAI	.openai.azure.com;.cognitiveservices.azure.com;.services.ai.azure.com;.openai.azure.us;.openai.azure.cn;.models.ai.azure.com	AzureOpenAI;AsyncAzureOpenAI;AzureChatOpenAI;AzureOpenAIEmbeddings;AzureOpenAIClient;AzureOpenAiChatModel;AzureCompletion;AzureKeyCredential;AzureOpenAIProvider;AzureOpenAIChatClient;AzureOpenAIChatCompletionClient;AzureOpenAIGenerator;AzureOpenAIChatGenerator;OpenAIClientBuilder;createAzure	/openai/lib/azure.py;openai/azure.js;openai/azure.mjs;openai/src/azure.ts;site-packages/azure/ai/;node_modules/@azure/openai/;node_modules/@azure-rest/ai-inference/;node_modules/@ai-sdk/azure/;github.com/Azure/azure-sdk-for-go/sdk/ai/azopenai;com.azure.ai.openai;Azure.AI.OpenAI;dev.langchain4j.model.azure;org.springframework.ai.azure.openai;langchain_openai/chat_models/azure.py;crewai/llms/providers/azure/;litellm/llms/azure/;pydantic_ai/providers/azure.py	azure/;azure_ai/	azureopenai;aoai;azure	\bapim-request-id\b;\bazureml-model-(?:session|deployment|group|time)\b;\bx-ms-(?:region|deployment-name|rai-invoked|client-request-id)\b;\bx-ms-azureml-model-;aka\.ms/oai/;cognitiveservices\.azure\.com	no	no
variable	AZURE_OPENAI_API_KEY	AZURE_OPENAI_KEY;AZURE_OPENAI_SERVICE_KEY;AZURE_OPENAI_TOKEN;AZURE_OPENAI_SECRET;AZURE_OPENAI_APIKEY;AZUREOPENAI_API_KEY;AZURE_OPEN_AI_KEY;AZURE_OPEN_AI_API_KEY;AOAI_KEY;AOAI_API_KEY;OPENAI_AZURE_API_KEY;AZURE_KEY;AZURE_AI_KEY	no
variable	AZURE_API_KEY	AZURE_KEY;AZURE_AI_KEY	no
variable	AZURE_OPENAI_AD_TOKEN		no
variable	AZURE_OPENAI_ENDPOINT	AZURE_OPENAI_BASE;AZURE_OPENAI_URL;AZURE_OPENAI_HOST;AZURE_OPENAI_BASE_URL	yes
variable	AZURE_ENDPOINT		yes
variable	AZURE_API_BASE		yes
variable	AZURE_RESOURCE_NAME		yes
variable	OPENAI_API_VERSION	AZURE_OPENAI_VERSION	yes
variable	AZURE_OPENAI_API_VERSION		yes
variable	AZURE_API_VERSION		yes
key		[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26}	84	A-Za-z0-9		no	api-key
key		[0-9a-f]{32}	32	0-9a-f		no	api-key
provider	bedrock	Amazon Bedrock	bedrock-runtime.us-east-1.amazonaws.com;bedrock-runtime.us-west-2.amazonaws.com;bedrock-runtime.eu-west-1.amazonaws.com;bedrock-runtime.eu-central-1.amazonaws.com;bedrock-runtime.ap-northeast-1.amazonaws.com;bedrock-runtime.ap-southeast-2.amazonaws.com;bedrock-runtime.us-east-2.amazonaws.com;bedrock-runtime.eu-west-3.amazonaws.com;bedrock-runtime.ap-south-1.amazonaws.com;bedrock-runtime.ca-central-1.amazonaws.com	BedrockRuntimeClient;BedrockRuntime;BedrockChat;ChatBedrock;ChatBedrockConverse;BedrockEmbeddings;BedrockLLM;AnthropicBedrock;AsyncAnthropicBedrock;BedrockConverseModel;BedrockProvider;BedrockCompletion;BedrockModel;BedrockChatModel;createAmazonBedrock	node_modules/@aws-sdk/client-bedrock-runtime/;node_modules/@ai-sdk/amazon-bedrock/;node_modules/@langchain/aws/;site-packages/langchain_aws/;crewai/llms/providers/bedrock/;litellm/llms/bedrock/;pydantic_ai/models/bedrock.py;aws-sdk-go-v2/service/bedrockruntime;software.amazon.awssdk.services.bedrockruntime;Amazon.BedrockRuntime;anthropic/lib/bedrock/;org.springframework.ai.bedrock;dev.langchain4j.model.bedrock;gems/aws-sdk-bedrockruntime	bedrock/;bedrock:;anthropic.claude;us.anthropic.;eu.anthropic.;apac.anthropic.;global.anthropic.;amazon.nova;amazon.titan;us.amazon.;eu.amazon.;meta.llama;us.meta.;mistral.mistral;cohere.command;cohere.embed;ai21.;deepseek.r1	bedrock	\bbedrock-runtime\.[a-z0-9-]{4,20}\.amazonaws\.com\b;\bBedrockRuntime(?:Client|Exception)?\b;\bwhen calling the (?:InvokeModel(?:WithResponseStream)?|Converse(?:Stream)?) operation;\bx-amzn-bedrock-;\bBedrockException\b	no	no
variable	AWS_BEARER_TOKEN_BEDROCK	BEDROCK_API_KEY;AWS_BEDROCK_API_KEY;BEDROCK_TOKEN	no
variable	BEDROCK_AWS_ACCESS_KEY_ID		no
variable	BEDROCK_AWS_SECRET_ACCESS_KEY		no
key	AKIA	A(?:KIA|BIA|CCA)[A-Z2-7]{16}	20	A-Z2-7		yes	api-key
key	ASIA	ASIA[A-Z2-7]{16}	20	A-Z2-7		yes	temporary
key	ABSK	ABSK[A-Za-z0-9+/]{109,269}={0,2}		A-Za-z0-9+/=		yes	api-key
key	bedrock-api-key-	bedrock-api-key-[A-Za-z0-9+/=_-]{40,4000}		A-Za-z0-9+/=_-		yes	temporary
provider	cerebras	Cerebras	api.cerebras.ai	Cerebras;AsyncCerebras;ChatCerebras;CerebrasProvider;createCerebras	site-packages/cerebras/cloud/;node_modules/@cerebras/;site-packages/langchain_cerebras/;node_modules/@ai-sdk/cerebras/;litellm/llms/cerebras/;pydantic_ai/providers/cerebras.py	cerebras/;cerebras:;llama3.1-8b;gpt-oss-120b	cerebras	\bCerebrasException\b;\bcloud\.cerebras\.ai\b	no	no
variable	CEREBRAS_API_KEY	CEREBRAS_KEY;CEREBRAS_TOKEN;CEREBRAS_APIKEY	no
key	csk-	csk-[a-z0-9]{48}	52	a-z0-9		yes	api-key
provider	cloudflare	Cloudflare Workers AI	gateway.ai.cloudflare.com	ChatCloudflareWorkersAI;CloudflareWorkersAI;createWorkersAI	node_modules/@langchain/cloudflare/;node_modules/workers-ai-provider/;litellm/llms/cloudflare/	@cf/;cloudflare/	workersai;cloudflareai	\bcf-aig-;\bcf-ai-req-id\b;\bCloudflareException\b	no	no
provider	cohere	Cohere	api.cohere.com;api.cohere.ai	CohereClient;CohereClientV2;ClientV2;AsyncClientV2;ChatCohere;CohereEmbeddings;CohereRerank;CohereModel;CohereProvider;CohereChatModel;createCohere	site-packages/cohere/;node_modules/cohere-ai/;site-packages/langchain_cohere/;node_modules/@langchain/cohere/;node_modules/@ai-sdk/cohere/;github.com/cohere-ai/cohere-go;com.cohere.api;dev.langchain4j.model.cohere;litellm/llms/cohere/;pydantic_ai/models/cohere.py	command-r;command-a;command-light;command-nightly;cohere/;cohere:;embed-english;embed-multilingual;embed-v4;rerank-;c4ai-aya	cohere	\bx-(?:trial-)?endpoint-(?:monthly-)?call-limit\b;\bx-api-warning\b;\bdashboard\.cohere\.(?:com|ai)\b;\bCohereException\b	no	no
variable	CO_API_KEY	COHERE_KEY;COHERE_TOKEN;COHERE_APIKEY;COHERE_API_TOKEN	no
variable	COHERE_API_KEY	COHERE_KEY;COHERE_TOKEN	no
key		[A-Za-z0-9]{40}	40	A-Za-z0-9		no	api-key
provider	dashscope	Alibaba DashScope (Qwen)	dashscope.aliyuncs.com;dashscope-intl.aliyuncs.com;dashscope-us.aliyuncs.com	ChatTongyi;Tongyi;DashScopeEmbeddings;QwenChatModel;DashScopeChatModel;ChatAlibabaTongyi;createAlibaba	site-packages/dashscope/;langchain_community/chat_models/tongyi.py;com.alibaba.dashscope;com.alibaba.cloud.ai.dashscope;litellm/llms/dashscope/;node_modules/@ai-sdk/alibaba/;dev.langchain4j.community.model.dashscope	qwen;dashscope/;qwq-;qvq-;text-embedding-v	dashscope;qwen;tongyi;bailian	\bx-dashscope-;\bhelp\.aliyun\.com\b;\bDashscopeException\b	no	yes
variable	DASHSCOPE_API_KEY	DASHSCOPE_KEY;DASH_SCOPE_API_KEY;QWEN_API_KEY;QWEN_KEY;BAILIAN_API_KEY;TONGYI_API_KEY;ALI_API_KEY	no
variable	ALIBABA_API_KEY		no
variable	DASHSCOPE_BASE_URL		yes
key	sk-	sk-[0-9a-f]{32}	35	0-9a-f		no	api-key
provider	databricks	Databricks	.cloud.databricks.com;.azuredatabricks.net;.gcp.databricks.com	ChatDatabricks;DatabricksEmbeddings;WorkspaceClient	site-packages/databricks/;site-packages/databricks_langchain/;litellm/llms/databricks/	databricks/;databricks-	databricks	\bx-databricks-;\bDatabricksException\b	no	no
variable	DATABRICKS_API_KEY		no
variable	DATABRICKS_HOST		yes
variable	DATABRICKS_API_BASE		yes
key	dapi	dapi[0-9a-f]{32}(?:-\d)?	36;38	0-9a-f-		yes	api-key
provider	deepseek	DeepSeek	api.deepseek.com	ChatDeepSeek;DeepSeekProvider;DeepSeekModel;DeepSeekChatModel;createDeepSeek	site-packages/langchain_deepseek/;node_modules/@langchain/deepseek/;node_modules/@ai-sdk/deepseek/;litellm/llms/deepseek/;pydantic_ai/providers/deepseek.py;org.springframework.ai.deepseek	deepseek-;deepseek/;deepseek:	deepseek	\bx-ds-trace-id\b;\bDeepseekException\b;\bAuthentication Fails\b	no	no
variable	DEEPSEEK_API_KEY	DEEPSEEK_KEY;DEEPSEEK_APIKEY;DEEPSEEK_TOKEN;DEEP_SEEK_API_KEY;DEEPSEEK_API_TOKEN	no
variable	DEEPSEEK_BASE_URL	DEEPSEEK_API_BASE	yes
key	sk-	sk-[0-9a-f]{32}	35	0-9a-f		no	api-key
provider	fireworks	Fireworks AI	api.fireworks.ai	Fireworks;ChatFireworks;FireworksProvider;FireworksEmbeddings;createFireworks	site-packages/fireworks/;site-packages/langchain_fireworks/;node_modules/@langchain/fireworks/;node_modules/@ai-sdk/fireworks/;litellm/llms/fireworks_ai/;pydantic_ai/providers/fireworks.py	fireworks_ai/;fireworks:;accounts/fireworks/	fireworks;fireworksai	\bfireworks-(?:server|prompt|cached|deployment|sampling)-;\bFireworks_?[Aa][Ii]?Exception\b	no	no
variable	FIREWORKS_API_KEY	FIREWORKS_KEY;FIREWORKS_AI_API_KEY;FIREWORKS_TOKEN;FIREWORKS_APIKEY	no
key	fw_	fw_[A-Za-z0-9]{20,30}		A-Za-z0-9		yes	api-key
key	fpk_	fpk_[A-Za-z0-9]{20,40}		A-Za-z0-9		yes	fire-pass
provider	github-models	GitHub Models and Copilot	models.inference.ai.azure.com;models.github.ai;api.githubcopilot.com	GitHubProvider;GithubCopilotProvider	pydantic_ai/providers/github.py;litellm/llms/github/;litellm/llms/github_copilot/;dev.langchain4j.model.github	github/;github:;github_copilot/	githubmodels;copilot	\bmodels\.(?:inference\.ai\.azure\.com|github\.ai)\b	no	no
variable	GITHUB_MODELS_TOKEN	GITHUB_MODELS_KEY	no
variable	GITHUB_COPILOT_API_KEY		no
key	github_pat_	github_pat_[A-Za-z0-9_]{82}	93	A-Za-z0-9_		yes	api-key
key	ghp_	gh[pousr]_[A-Za-z0-9]{36}	40	A-Za-z0-9		yes	api-key
provider	google	Google (Gemini, Vertex AI)	generativelanguage.googleapis.com;aiplatform.googleapis.com;aiplatform.us.rep.googleapis.com	GoogleGenerativeAI;GoogleGenAI;GenerativeModel;ChatGoogleGenerativeAI;ChatVertexAI;VertexAI;GoogleGenerativeAIEmbeddings;GoogleGenerativeAIEmbeddingFunction;GeminiModel;GoogleModel;GoogleProvider;GoogleGLAProvider;GoogleVertexProvider;GeminiCompletion;GoogleAiGeminiChatModel;VertexAiGeminiChatModel;GenerativeServiceClient;PredictionServiceClient;createGoogleGenerativeAI;createVertex;GoogleGenAIChatGenerator	site-packages/google/genai/;site-packages/google/generativeai/;site-packages/google/ai/generativelanguage;google/cloud/aiplatform;site-packages/vertexai/;node_modules/@google/genai/;node_modules/@google/generative-ai/;node_modules/@google-cloud/vertexai/;node_modules/@langchain/google-genai/;node_modules/@langchain/google-vertexai;node_modules/@ai-sdk/google;site-packages/langchain_google_genai/;site-packages/langchain_google_vertexai/;google.golang.org/genai;github.com/google/generative-ai-go;com.google.genai.;com.google.cloud.vertexai;dev.langchain4j.model.googleai;dev.langchain4j.model.vertexai;org.springframework.ai.vertexai;crewai/llms/providers/gemini/;litellm/llms/vertex_ai/;litellm/llms/gemini/;pydantic_ai/models/google.py;pydantic_ai/models/gemini.py;pydantic_ai/providers/google;google-gemini-php	gemini-;gemini_;models/gemini;gemini/;vertex_ai/;google/gemini;text-embedding-004;embedding-001;gemma-;imagen-;veo-	gemini;genai;googlegenai;generativeai;vertex;vertexai	\baiplatform\.googleapis\.com\b;\bgenerativelanguage\.googleapis\.com\b;\bGoogleGenerativeAI(?:Fetch)?\s?Error\b;\bai\.google\.dev/	no	no
variable	GEMINI_API_KEY	GEMINI_KEY;GEMINI_APIKEY;GEMINI_TOKEN;GEMINI_API_TOKEN;GOOGLE_GEMINI_API_KEY;GOOGLE_GEMINI_KEY;GOOGLE_AI_KEY;GOOGLE_AI_API_KEY;GENAI_API_KEY;GOOGLE_GENAI_API_KEY;CREWAI_GEMINI_API_KEY;PALM_API_KEY;BARD_API_KEY	no
variable	GOOGLE_API_KEY	GOOGLE_KEY;GOOGLE_APIKEY;GOOGLE_TOKEN;GOOGLE_CLOUD_API_KEY	no
variable	GOOGLE_GENERATIVE_AI_API_KEY	GOOGLE_GENERATIVEAI_API_KEY;GENERATIVE_AI_API_KEY	no
variable	GOOGLE_GENAI_USE_VERTEXAI		yes
variable	GOOGLE_GEMINI_BASE_URL		yes
key	AIza	AIza[A-Za-z0-9_-]{35}	39	A-Za-z0-9_-		yes	api-key
key	AQ.	AQ\.[A-Za-z0-9_-]{30,60}	53	A-Za-z0-9_.-		yes	api-key
key	ya29.	ya29\.[A-Za-z0-9_-]{20,1024}		A-Za-z0-9_.-		yes	oauth
provider	groq	Groq	api.groq.com	Groq;AsyncGroq;ChatGroq;GroqModel;GroqProvider;GroqClient;createGroq	site-packages/groq/;node_modules/groq-sdk/;site-packages/langchain_groq/;node_modules/@langchain/groq/;node_modules/@ai-sdk/groq/;litellm/llms/groq/;pydantic_ai/models/groq.py;pydantic_ai/providers/groq.py	groq/;groq:;llama-3.1-8b-instant;llama-3.3-70b-versatile;llama3-8b-8192;llama3-70b-8192;mixtral-8x7b-32768;gemma2-9b-it;gemma-7b-it;distil-whisper	groq	\bx-groq-;["'\\]x_groq["'\\];\bconsole\.groq\.com\b;\bGroqException\b;\bmessage\W{1,24}Invalid API Key\W{1,24}(?:[\w.]{0,60}\b)?type\W{1,24}invalid_request_error\W{1,24}(?:[\w.]{0,60}\b)?code\W{1,24}(?:invalid|expired)_api_key\b	no	no
variable	GROQ_API_KEY	GROQ_KEY;GROQ_APIKEY;GROQ_TOKEN;GROQ_API_TOKEN;GROK_API_KEY;GROQ_SECRET;GROQCLOUD_API_KEY;CREWAI_GROQ_API_KEY	no
variable	GROQ_BASE_URL		yes
key	gsk_	gsk_[A-Za-z0-9]{40,60}	56	A-Za-z0-9		yes	api-key
provider	huggingface	Hugging Face	huggingface.co;api-inference.huggingface.co;router.huggingface.co;.endpoints.huggingface.cloud;hf.co	InferenceClient;AsyncInferenceClient;HfApi;HfInference;ChatHuggingFace;HuggingFaceEndpoint;HuggingFaceInferenceAPIEmbeddings;HuggingFaceModel;HuggingFaceProvider;InferenceClientModel;HfApiModel;HuggingFaceAPIGenerator;createHuggingFace	site-packages/huggingface_hub/;node_modules/@huggingface/;site-packages/langchain_huggingface/;site-packages/transformers/;node_modules/@ai-sdk/huggingface/;litellm/llms/huggingface/;pydantic_ai/models/huggingface.py;dev.langchain4j.model.huggingface	huggingface/;huggingface:	huggingface	\bx-(?:repo-commit|inference-provider|compute-type|hub-cache|linked-etag)\b;\bHfHubHTTPError\b;\bhuggingface\.co/(?:settings|docs|api|models)\b;\bHuggingfaceException\b	no	no
variable	HF_TOKEN	HF_KEY;HF_API_KEY;HUGGINGFACE_TOKEN;HUGGING_FACE_TOKEN;HUGGINGFACE_ACCESS_TOKEN;HF_API_TOKEN;HF_ACCESS_TOKEN;HUGGINGFACE_KEY;HF_HUB_TOKEN	no
variable	HUGGING_FACE_HUB_TOKEN		no
variable	HUGGINGFACE_API_KEY	HUGGING_FACE_API_KEY	no
variable	HUGGINGFACEHUB_API_TOKEN		no
variable	HF_ENDPOINT		yes
key	hf_	hf_[A-Za-z0-9]{30,40}	37	A-Za-z0-9		yes	api-key
key	api_org_	api_org_[A-Za-z0-9]{34}	42	A-Za-z0-9		yes	api-key
provider	litellm-proxy	LiteLLM proxy		ChatLiteLLM;ChatLiteLLMRouter;LiteLLMModel;LiteLLMProvider	litellm/proxy/;site-packages/litellm_proxy_extras	litellm_proxy/	litellmproxy	\bx-litellm-(?:call-id|version|model-id|key-spend|response-cost|model-api-base)\b;\bLiteLLM_VerificationToken;\btoken_not_found_in_db\b	yes	no
variable	LITELLM_API_KEY	LITELLM_KEY;LITELLM_TOKEN;LITELLM_PROXY_KEY;LITE_LLM_API_KEY;LITELLM_VIRTUAL_KEY	no
variable	LITELLM_PROXY_API_KEY		no
variable	LITELLM_MASTER_KEY		no
variable	LITELLM_PROXY_API_BASE	LITELLM_BASE_URL;LITELLM_URL	yes
key	sk-	sk-[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])	25	A-Za-z0-9_-		no	api-key
provider	minimax	MiniMax	api.minimax.chat;api.minimax.io;api.minimaxi.com;api.minimaxi.chat	MiniMaxChat;MiniMaxEmbeddings	langchain_community/chat_models/minimax.py;litellm/llms/minimax/;org.springframework.ai.minimax	minimax-;abab;minimax/	minimax	\b(?:minimax-request-id|alb_receive_time)\b;["'\\]base_resp["'\\]	no	yes
variable	MINIMAX_API_KEY	MINIMAX_KEY;MINIMAX_TOKEN	no
variable	MINIMAX_GROUP_ID		yes
key	sk-api-	sk-api-[A-Za-z0-9_-]{100,130}	126	A-Za-z0-9_-		yes	api-key
provider	mistral	Mistral AI	api.mistral.ai;codestral.mistral.ai	Mistral;MistralClient;MistralAsyncClient;ChatMistralAI;MistralAIEmbeddings;MistralModel;MistralProvider;MistralAiChatModel;createMistral	site-packages/mistralai/;node_modules/@mistralai/;site-packages/langchain_mistralai/;node_modules/@langchain/mistralai/;node_modules/@ai-sdk/mistral/;dev.langchain4j.model.mistralai;org.springframework.ai.mistralai;litellm/llms/mistral/;pydantic_ai/models/mistral.py;pydantic_ai/providers/mistral.py	mistral/;mistral:;mistral-;codestral;ministral;magistral;devstral;pixtral;open-mistral;open-mixtral;voxtral	mistral;codestral;mistralai	\bmistral-correlation-id\b;\bx-mistral-;\bconsole\.mistral\.ai\b;\bError code: 401\W{1,24}detail\W{1,24}Unauthorized\b	no	no
variable	MISTRAL_API_KEY	MISTRALAI_API_KEY;MISTRAL_KEY;MISTRAL_APIKEY;MISTRAL_TOKEN;MISTRAL_AI_API_KEY;MISTRAL_API_TOKEN;LE_CHAT_API_KEY	no
variable	CODESTRAL_API_KEY		no
variable	MISTRAL_BASE_URL	MISTRAL_ENDPOINT	yes
key		[A-Za-z0-9]{32}	32	A-Za-z0-9		no	api-key
provider	moonshot	Moonshot AI (Kimi)	api.moonshot.cn;api.moonshot.ai;api.kimi.com	ChatMoonshot;MoonshotChat;MoonshotAIProvider;createMoonshotAI	node_modules/@ai-sdk/moonshotai/;litellm/llms/moonshot/;pydantic_ai/providers/moonshotai.py;langchain_community/chat_models/moonshot.py	moonshot-;kimi-;moonshot/;moonshotai/	moonshot;kimi	\bmsh-(?:request-id|context-cache|uid|gid|org-id|project-id|trace-mode)\b;\binvalid_authentication_error\b;\bMoonshotException\b	no	yes
variable	MOONSHOT_API_KEY	MOONSHOT_KEY;MOONSHOT_TOKEN;KIMI_KEY;MOONSHOTAI_API_KEY	no
variable	KIMI_API_KEY		no
key	sk-kimi-	sk-kimi-[A-Za-z0-9]{40,80}		A-Za-z0-9		yes	api-key
key	sk-	sk-[A-Za-z0-9]{48}	51	A-Za-z0-9		no	api-key
provider	nvidia	NVIDIA NIM	integrate.api.nvidia.com;.api.nvidia.com;ai.api.nvidia.com	ChatNVIDIA;NVIDIAEmbeddings;NVIDIARerank;NvidiaChatGenerator	site-packages/langchain_nvidia_ai_endpoints/;litellm/llms/nvidia_nim/	nvidia_nim/;nvidia/;nv-embed;meta/llama	nvidia;nvapi	\bnvcf-(?:reqid|status)\b;\bnvidia_nim\w{0,10}Exception\b	no	no
variable	NVIDIA_API_KEY	NVIDIA_KEY;NVIDIA_TOKEN;NVAPI_KEY;NVIDIA_NIM_KEY	no
variable	NVIDIA_NIM_API_KEY		no
variable	NGC_API_KEY		no
key	nvapi-	nvapi-[A-Za-z0-9_-]{60,70}	70	A-Za-z0-9_-		yes	api-key
provider	ollama	Ollama	ollama.com;api.ollama.com	Ollama;ChatOllama;OllamaLLM;OllamaEmbeddings;OllamaChatModel;OllamaApi	site-packages/ollama/;node_modules/ollama/;site-packages/langchain_ollama/;node_modules/@langchain/ollama/;github.com/ollama/ollama/api;dev.langchain4j.model.ollama;org.springframework.ai.ollama;litellm/llms/ollama/	ollama/;ollama_chat/	ollama	\bollama\.com/(?:signin|connect|download)\b;["'\\]signin_url["'\\]	no	no
variable	OLLAMA_API_KEY	OLLAMA_KEY;OLLAMA_TOKEN	no
variable	OLLAMA_HOST	OLLAMA_URL;OLLAMA_BASE_URL;OLLAMA_API_BASE	yes
key		[0-9a-f]{32}\.[A-Za-z0-9_-]{24}	57	A-Za-z0-9_.-		no	api-key
provider	openai	OpenAI	api.openai.com;us.api.openai.com;eu.api.openai.com	OpenAI;AsyncOpenAI;OpenAIApi;OpenAIClient;OpenAIClientAsync;OpenAIOkHttpClient;ChatOpenAI;OpenAIEmbeddings;OpenAIEmbedding;OpenAIEmbeddingFunction;OpenAILLM;OpenAIChat;OpenAIModel;OpenAIChatModel;OpenAIResponsesModel;OpenAIProvider;OpenAICompletion;OpenAIGenerator;OpenAIChatGenerator;OpenAiChatModel;OpenAiStreamingChatModel;OpenAiEmbeddingModel;OpenAiApi;OpenAIServerModel;OpenAIChatCompletionClient;createOpenAI	site-packages/openai/;dist-packages/openai/;/openai/_client.py;/openai/_base_client.py;/openai/api_requestor.py;node_modules/openai/;site-packages/langchain_openai/;node_modules/@langchain/openai/;node_modules/@ai-sdk/openai/;github.com/openai/openai-go;github.com/sashabaranov/go-openai;com.openai.;com.theokanning.openai;dev.langchain4j.model.openai;org.springframework.ai.openai;gems/openai-;gems/ruby-openai-;vendor/openai-php/;async_openai;async-openai;OpenAI.Chat.;llama_index/llms/openai/;llama_index/embeddings/openai/;crewai/llms/providers/openai/;pydantic_ai/models/openai.py;pydantic_ai/providers/openai.py;litellm/llms/openai/;eino-ext/components/model/openai	gpt-;chatgpt-;o1-;o3-;o4-;text-embedding-3-;text-embedding-ada-;text-davinci-;davinci;whisper-1;tts-1;dall-e;codex-;omni-moderation;computer-use-preview;openai/gpt-	openai;gpt;chatgpt;whisper	\bopenai-processing-ms\b;\bopenai-organization\b;\bopenai-version\b;\bopenai-project\b;\breq_[0-9a-f]{32}\b;platform\.openai\.com/(?:account|docs|settings|api-keys);help\.openai\.com	yes	no
variable	OPENAI_API_KEY	OPEN_AI_KEY;OPEN_AI_API_KEY;OPENAI_KEY;OPENAI_APIKEY;OPENAIAPIKEY;OPENAI_TOKEN;OPENAI_API_TOKEN;OPENAI_ACCESS_TOKEN;OPENAI_ACCESS_KEY;OPENAI_SECRET;OPENAI_SECRET_KEY;OPENAI_API_SECRET;OPENAI_CREDENTIAL;OPENAPI_KEY;OPENAPI_API_KEY;OPEN_API_KEY;OPEN_AI_TOKEN;OPENAI_PROD_KEY;OPENAI_API_KEY_PROD;CREWAI_OPENAI_API_KEY;CHATGPT_API_KEY;CHATGPT_KEY;GPT_API_KEY;GPT_KEY;API_KEY;LLM_API_KEY;LLM_KEY	no
variable	OPENAI_ADMIN_KEY		no
variable	CHROMA_OPENAI_API_KEY		no
variable	OPENAI_BASE_URL	OPENAI_API_BASE;OPENAI_URL;OPENAI_HOST;OPENAI_ENDPOINT;OPENAI_API_URL;OPENAI_API_ENDPOINT	yes
variable	OPENAI_ORG_ID	OPENAI_ORGANIZATION;OPENAI_ORG	yes
variable	OPENAI_PROJECT_ID	OPENAI_PROJECT	yes
key	sk-proj-	sk-proj-[A-Za-z0-9_-]{20,}	56;132;164	A-Za-z0-9_-		yes	api-key
key	sk-svcacct-	sk-svcacct-[A-Za-z0-9_-]{20,}	135;167	A-Za-z0-9_-		yes	api-key
key	sk-service-	sk-service-[A-Za-z0-9_-]{20,}		A-Za-z0-9_-		yes	api-key
key	sk-admin-	sk-admin-[A-Za-z0-9_-]{20,}	133;165	A-Za-z0-9_-		yes	admin
key	sk-	sk-[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20}	51	A-Za-z0-9		no	api-key
provider	openrouter	OpenRouter	openrouter.ai	ChatOpenRouter;OpenRouterProvider;OpenRouterModel;OpenRouter;createOpenRouter	site-packages/langchain_openrouter/;node_modules/@langchain/openrouter/;node_modules/@openrouter/;litellm/llms/openrouter/;pydantic_ai/providers/openrouter.py	openrouter/;openrouter:	openrouter	(?i:\bx-openrouter-);\bgen-1[67]\d{8}-;\bopenrouter\.ai/(?:keys|settings|credits|docs);\bOpenrouterException\b	no	no
variable	OPENROUTER_API_KEY	OPENROUTER_KEY;OPENROUTER_APIKEY;OPEN_ROUTER_API_KEY;OPEN_ROUTER_KEY;OPENROUTER_TOKEN;OR_API_KEY	no
variable	OPENROUTER_BASE_URL		yes
key	sk-or-v1-	sk-or-v1-[0-9a-f]{64}	73	0-9a-f		yes	api-key
key	sk-or-	sk-or-[A-Za-z0-9_-]{20,}		A-Za-z0-9_-		yes	api-key
provider	perplexity	Perplexity	api.perplexity.ai	Perplexity;ChatPerplexity;createPerplexity	site-packages/perplexity/;site-packages/langchain_perplexity/;node_modules/@ai-sdk/perplexity/;litellm/llms/perplexity/	sonar;perplexity/;perplexity:;llama-3.1-sonar;pplx-	perplexity;pplx	\bPerplexityException\b;\bperplexity\.ai/settings\b	no	no
variable	PERPLEXITY_API_KEY	PERPLEXITY_KEY;PERPLEXITY_TOKEN;PERPLEXITYAI_API_KEY;PERPLEXITY_APIKEY	no
variable	PPLX_API_KEY	PPLX_KEY	no
key	pplx-	pplx-[A-Za-z0-9]{40,60}	53	A-Za-z0-9		yes	api-key
provider	replicate	Replicate	api.replicate.com	Replicate;ReplicateProvider;createReplicate	site-packages/replicate/;node_modules/replicate/;node_modules/@ai-sdk/replicate/;litellm/llms/replicate/;github.com/replicate/replicate-go	replicate/;replicate:	replicateai	\breplicate\.com/(?:account|docs)\b;\bReplicateError\b;\bReplicateException\b	no	no
variable	REPLICATE_API_TOKEN	REPLICATE_API_KEY;REPLICATE_TOKEN;REPLICATE_KEY	no
key	r8_	r8_[A-Za-z0-9_-]{37}	40	A-Za-z0-9_-		yes	api-key
provider	siliconflow	SiliconFlow	api.siliconflow.cn;api.siliconflow.com	SiliconFlow;SiliconFlowEmbeddings	llama_index/llms/siliconflow/;litellm/llms/siliconflow/	siliconflow/;deepseek-ai/;pro/deepseek-ai/	siliconflow;siliconcloud	\bx-siliconcloud-trace-id\b	no	yes
variable	SILICONFLOW_API_KEY	SILICONFLOW_KEY;SILICON_FLOW_API_KEY;SILICONCLOUD_API_KEY;SILICON_API_KEY;SF_API_KEY	no
key	sk-	sk-[a-z]{48}	51	a-z		no	api-key
provider	together	Together AI	api.together.xyz;api.together.ai	Together;AsyncTogether;ChatTogether;ChatTogetherAI;TogetherLLM;TogetherProvider;createTogetherAI	site-packages/together/;node_modules/together-ai/;site-packages/langchain_together/;node_modules/@langchain/together-ai/;node_modules/@ai-sdk/togetherai/;litellm/llms/together_ai/;pydantic_ai/providers/together.py	together_ai/;together/;together:;togethercomputer/	togetherai	\bapi\.together\.(?:xyz|ai)/settings\b;\bTogether_?[Aa][Ii]?Exception\b;\bx-together-	no	no
variable	TOGETHER_API_KEY	TOGETHERAI_API_KEY;TOGETHER_KEY;TOGETHER_APIKEY;TOGETHER_TOKEN	no
variable	TOGETHER_AI_API_KEY		no
key	tgp_v1_	tgp_v1_[A-Za-z0-9_-]{43}	50	A-Za-z0-9_-		yes	api-key
provider	vercel-gateway	Vercel AI Gateway	ai-gateway.vercel.sh	GatewayProvider;createGateway	node_modules/@ai-sdk/gateway/;litellm/llms/vercel_ai_gateway/;pydantic_ai/providers/vercel.py	vercel_ai_gateway/;vercel:	aigateway	\bGatewayAuthenticationError\b;\bai-gateway\.vercel\.sh\b	no	no
variable	AI_GATEWAY_API_KEY	VERCEL_AI_GATEWAY_API_KEY;AI_GATEWAY_KEY;VERCEL_GATEWAY_API_KEY;AI_GATEWAY_TOKEN	no
variable	VERCEL_OIDC_TOKEN		no
key	vck_	vck_[A-Za-z0-9_-]{50,60}	60	A-Za-z0-9_-		yes	api-key
provider	xai	xAI	api.x.ai;.api.x.ai	ChatXAI;XaiModel;GrokProvider;XaiProvider;createXai	site-packages/xai_sdk/;site-packages/langchain_xai/;node_modules/@langchain/xai/;node_modules/@ai-sdk/xai/;litellm/llms/xai/;pydantic_ai/providers/grok.py;pydantic_ai/providers/xai.py	grok-;xai/;xai:;x-ai/	xai;grok	\bconsole\.x\.ai\b;\bXaiException\b;\bx-zero-data-retention\b	no	no
variable	XAI_API_KEY	X_AI_API_KEY;XAI_KEY;XAI_APIKEY;XAI_TOKEN;GROK_API_KEY;GROK_KEY;XAI_API_TOKEN	no
variable	XAI_BASE_URL		yes
key	xai-	xai-[A-Za-z0-9_]{60,120}	84	A-Za-z0-9_		yes	api-key
provider	zhipu	Zhipu AI (GLM, Z.ai)	open.bigmodel.cn;api.z.ai	ZhipuAI;ChatZhipuAI;ZhipuAiChatModel;ZhiPuAiChatModel;ZaiClient	site-packages/zhipuai/;site-packages/zai/;langchain_community/chat_models/zhipuai.py;org.springframework.ai.zhipuai;litellm/llms/zai/	glm-;chatglm;zai/;cogview;embedding-3	zhipu;zhipuai;glm;chatglm;bigmodel;zai	\bopen\.bigmodel\.cn\b	no	yes
variable	ZHIPUAI_API_KEY	ZHIPU_KEY;ZHIPU_AI_API_KEY;GLM_KEY;BIGMODEL_API_KEY;CHATGLM_API_KEY	no
variable	ZHIPU_API_KEY		no
variable	ZAI_API_KEY	Z_AI_API_KEY	no
variable	GLM_API_KEY		no
key		[0-9a-f]{32}\.[A-Za-z0-9]{16}	49	A-Za-z0-9.		no	api-key
format	supervisord	(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?<level>CRIT|ERRO|WARN|INFO|DEBG|TRAC|BLAT) (?=supervisor|spawned: |success: |exited: |stopped: |gave up: |waiting for |reaped |killing |RPC interface|Server '|Set uid|received SIG|daemonizing|Included extra|backoff: )
format	access-log	[\w:.]{2,60} \S{1,60} \S{1,60} \[(?<time>\d\d/[A-Z][a-z]{2}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4})\] 
format	redis	(?<pid>\d{1,9}):[A-Z] (?<time>\d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d\.\d{3}) [*#.-] 
format	serilog-console	\[(?<time>\d\d:\d\d:\d\d) (?<level>VRB|DBG|INF|WRN|ERR|FTL)\] 
format	dotnet-console	(?<level>trce|dbug|info|warn|fail|crit): (?<logger>[A-Za-z][\w.]{1,160})\[\d{1,9}\]
format	nginx-error	(?<time>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d) \[(?<level>debug|info|notice|warn|error|crit|alert|emerg)\] (?<pid>\d{1,9})#\d{1,9}: 
format	gin	\[GIN(?:-debug)?\] (?:(?<time>\d{4}/\d\d/\d\d - \d\d:\d\d:\d\d) \| )?
format	klog	(?<level>[IWEF])(?:\d{4}) (?<time>\d\d:\d\d:\d\d\.\d{6}) +(?<pid>\d{1,9}) (?<logger>[\w./-]{1,120}):\d{1,6}\] 
format	logrus	(?<level>TRAC|DEBU|INFO|WARN|ERRO|FATA|PANI)\[\d{4,9}\] 
format	zerolog-console	(?<time>\d{1,2}:\d\d(?:AM|PM)|\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) (?<level>TRC|DBG|INF|WRN|ERR|FTL|PNC) 
format	spring-boot	(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) +(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (?<pid>\d{1,9}) --- (?:\[[^\]]{0,80}\] )?\[ *(?<thread>[^\]]{0,80})\] (?<logger>[\w.$\[\]/-]{1,120}) *: 
format	logback	(?<time>(?:\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{3,9})?) \[(?<thread>[^\]]{1,120})\] (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +(?<logger>[\w.$-]{1,160}) - 
format	quarkus	(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) +(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\[(?<logger>[\w.$/-]{1,160})\] \((?<thread>[^)]{1,120})\) 
format	log4j-context	(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) +(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\[(?<service>[^\]]{1,80})\] (?<logger>[\w.$-]{1,160}) \((?<thread>[^)]{1,120})\): 
format	jul	(?<time>[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d:\d\d [AP]M) (?<logger>[\w.$]{1,160}) (?=[\w<>$]{1,80}$)
format	nest	\[[A-Za-z][\w -]{0,40}\] (?<pid>\d{1,9}) {1,3}- (?<time>\d[\d/.:, APMapm-]{9,30}?) {1,8}(?<level>LOG|ERROR|WARN|DEBUG|VERBOSE|FATAL) {1,3}(?:\[(?<logger>[^\]]{1,80})\] )?
format	pino-pretty	\[(?<time>[\d:. T+-]{8,32}|\d{13})\] (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|USERLVL)(?: \((?:(?<program>[^()/]{1,80})/)?(?<pid>\d{1,9})(?: on (?<host>[^()\s]{1,120}))?\))?: 
format	bunyan-pretty	\[(?<time>[\d:.TZ+-]{8,32})\] {1,3}(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL): (?<program>[\w.@-]{1,80})/(?<pid>\d{1,9}) on (?<host>[\w.-]{1,120}): 
format	npm	npm (?<level>ERR|error|WARN|warn|notice|info|verb)!? (?=\S)
format	node-warning	\((?<program>node|bun|deno):(?<pid>\d{1,9})\) (?=(?:\[\w{1,20}\] )?\w{0,60}Warning\b)
format	log4js	\[(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)\] \[(?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|MARK)\] (?<logger>[\w.:-]{1,80}) - 
format	tslog-pretty	(?<time>\d{4}[-.]\d\d[-.]\d\d \d\d:\d\d:\d\d[.:]\d{3})\t(?<level>[A-Z]{4,5})\t(?:\[?[^\t]{0,200}:\d{1,6}\]?\t)?(?:\[?(?<logger>[\w.:-]{1,80})\]?\t)?
format	consola	 (?<level>ERROR|WARN|INFO|FATAL|FAIL|DEBUG|READY|START) {2}(?=\S)
format	lambda-node	(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\t(?<thread>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|undefined)\t(?<level>[A-Z]{4,5})\t
format	monolog	\[(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)\] (?<logger>[\w.-]{1,80})\.(?<level>DEBUG|INFO|NOTICE|WARNING|ERROR|CRITICAL|ALERT|EMERGENCY): 
format	php-error-log	\[(?<time>\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d)(?: [\w/+-]{1,40})?\] (?:(?<level>NOTICE|WARNING|ERROR|ALERT|DEBUG): )?
format	apache-error	\[(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{6})? \d{4})\] \[(?<logger>\w{0,40}):(?<level>\w{3,8})\] \[pid (?<pid>\d{1,9})(?::tid (?<thread>\d{1,20}))?\] 
format	php-server	\[(?<time>[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4})\] 
format	php-message	(?:PHP (?<level>Warning|Notice|Deprecated): {1,2}|(?<level>Warning|Notice|Deprecated): (?=[^\n]{1,400}? in \S{1,300} on line \d))
format	celery	\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}): (?<level>[A-Z]{3,8})/(?<thread>[\w.:-]{1,60})\] 
format	celery-banner	(?= ?-{4,20} celery@\S{1,120} v\d)
format	gunicorn	\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4})\] \[(?<pid>\d{1,9})\] \[(?<level>[A-Z]{3,8})\] 
format	uvicorn	(?<level>TRACE(?=:    \S)|DEBUG(?=:    \S)|INFO(?=:     \S)|WARNING(?=:  \S)|ERROR(?=:    \S)|CRITICAL(?=: \S)): {1,5}
format	dramatiq	\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3})\] \[PID (?<pid>\d{1,9})\] \[(?<thread>[^\]]{1,60})\] \[(?<logger>[^\]]{1,120})\] \[(?<level>[A-Z]{3,8})\] 
format	django-verbose	(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL) (?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) (?<logger>[A-Za-z_][\w.]{0,80}) (?<pid>\d{1,9}) (?<thread>\d{1,20}) 
format	airflow	\[(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?)\] \{(?<logger>[\w.]{1,80}):\d{1,6}\} (?<level>[A-Z]{3,8}) - 
format	flask	\[(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3})\] (?<level>[A-Z]{3,8}) in (?<logger>[\w.]{1,80}): 
format	loguru	(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) \| (?<level>[A-Z]{3,10}) {0,8} ?\| (?<logger>[\w.<>-]{1,120}):[\w<>]{1,80}:\d{1,6} - 
format	structlog	(?:(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,6})?Z?) )?\[(?<level>debug    |info     |warning  |error    |critical )\] 
format	python-logging	(?:(?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?:- (?<logger>[\w.:-]{1,120}) - (?<level>(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRIT|CRITICAL|FATAL|SEVERE)) - |\[(?<pid>\d{1,9})\] (?<level>(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRIT|CRITICAL|FATAL|SEVERE)) (?<logger>[\w.-]{1,120}): |(?<program>[A-Za-z][\w.-]{0,60})\[(?<pid>\d{1,9})\]:? (?<level>(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRIT|CRITICAL|FATAL|SEVERE)) |(?<level>DEBUG   |INFO    |WARNING |ERROR   |CRITICAL) (?<logger>[A-Za-z_][\w.]{0,120}):? |(?<level>(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRIT|CRITICAL|FATAL|SEVERE)|DEBG|BLAT|TRAC) (?:(?<program>[A-Za-z][\w.-]{0,60})\[(?<pid>\d{1,9})\]: |\[(?<pid>\d{1,9})\] (?<logger>[A-Za-z_][\w.-]{0,120}): |(?<logger>[a-z_][\w.]{0,120}): )?)|(?<level>DEBUG|INFO|WARNING|ERROR|CRITICAL):(?<logger>[\w.-]{1,120}):(?=\S))
format	rich	(?:\[(?<time>\d\d/\d\d/\d\d \d\d:\d\d:\d\d|\d\d:\d\d:\d\d)\] | {20}| {11})(?<level>DEBUG   |INFO    |WARNING |ERROR   |CRITICAL|NOTSET  ) (?:(?<program>[A-Za-z][\w.-]{0,60})\[(?<pid>\d{1,9})\] )?(?=\S)
format	django-server	\[(?<time>\d\d/[A-Z][a-z]{2}/\d{4} \d\d:\d\d:\d\d)\] (?:(?<level>[A-Z]{4,8}) )?
format	lambda-python	\[(?<level>(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRIT|CRITICAL|FATAL|SEVERE))\]\t(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\t(?<thread>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}?)\t
format	sidekiq	(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) pid=(?<pid>\d{1,9}) tid=(?<thread>\w{1,20})(?: [\w.]{1,40}=[^\s]{1,200}){0,12} (?<level>DEBUG|INFO|WARN|ERROR|FATAL): 
format	ruby-logger	(?<level>[DIWEFA]), \[(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{3,9})?(?: ?(?:Z|[+-]\d\d:?\d\d))?) #(?<pid>\d{1,9})\] +[A-Z]{3,7} -- (?<program>[^:]{0,80}?): 
format	puma	\[(?<pid>\d{2,9})\] (?=[*!+-] )
format	lambda-platform	(?=(?:START|END|REPORT) RequestId: (?<thread>[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})|INIT_START Runtime)
format	pm2-daemon	(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3}Z?)?): (?<program>PM2) (?<level>log|error): 
format	rust-tracing	(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) {1,2}(?<level>TRACE|DEBUG|INFO|WARN|ERROR) (?:ThreadId\((?<thread>\d{1,9})\) )?(?:[\w-]{1,60}\{[^}]{0,400}\}: ?){0,4}(?<logger>[a-z_][\w:]{0,120}): 
format	env-logger	\[(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z) (?<level>TRACE|DEBUG|INFO|WARN|ERROR) {1,2}(?<logger>[a-z_][\w:]{0,120})\] 
format	go-log	(?:(?<program>[A-Za-z][\w./-]{0,60}):? )?(?:pid=(?<pid>\d{1,9}) )?(?<time>\d{4}/\d\d/\d\d \d\d:\d\d:\d\d(?:\.\d{6})?) (?:(?<logger>[\w./-]{1,120}\.go):\d{1,6}: )?(?:(?<level>DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[: ] ?)?
format	zap-console	(?<time>\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d{4}|[+-]\d\d:\d\d)?)\t(?<level>[A-Za-z]{4,6})\t(?:(?<logger>[\w.-]{1,80})\t)?(?:[\w./-]{1,160}\.go:\d{1,6}\t)?
format	bracketed-level	\[(?<level>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|trace|debug|info|notice|warn|warning|error|critical|fatal) {0,4}\][:\s] ?(?=\S)(?!\[?\d{2,4}[-/:.]\d\d)
format	leading-level	(?<level>TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|CRITICAL|FATAL|SEVERE|trace|debug|verbose|info|http|warn)(?::(?<=:)| {1,5}\|| {1,5}-|(?<=[A-Z]) {1,5}) {0,5}(?=\S)(?!\[?\d{2,4}[-/:.]\d\d)
cause	missing-env	absent	claim=2.2;fragment=3.2;wording=3.0	{process} runs without {variable}; nothing in the log tells where it was lost.
fix	runtime=node	set {variable} in the environment that starts {entrypoint}	find how {service} is started, and look at what is set there for {variable};set it in that place, then start {service} anew	~-	~-	log whether process.env.{variable} is there, with its length, as {entrypoint} starts
fix	runtime=python	set {variable} in the environment that starts {entrypoint}	find how {service} is started, and look at what is set there for {variable};set it in that place, then start {service} anew	~-	~-	log len(os.environ.get("{variable}", "")) as {entrypoint} starts
fix		set {variable} in the environment that starts {service}	find how {service} is started, and look at what is set there for {variable};set it in that place, then start {service} anew	~-	~-	tr '\0' '\n' < /proc/PID/environ | cut -d= -f1 | grep {variable}
cause	missing-env	empty	claim=2.6;fragment=3.6;wording=3.0	{variable} is set in {process}, but blank.
fix	runner=docker-compose	give compose a value for {variable}	compose put a blank string where the host has no {variable};put it into the .env file beside the compose file, or export it before `docker compose up`;write ${NAME:?not set} in the compose file, so that a missing value stops the start	yaml	environment:~n  {variable}: ${{variable}:?not set}	docker compose config | grep -c "{variable}"
fix		give {variable} a value where {service} is started	look for an empty assignment of {variable} in environment files, units, manifests and CI secrets;an empty variable that is set wins over a file that is loaded later~; remove it there	~-	~-	log the length of {variable} as {service} starts
cause	missing-env	placeholder	claim=2.0;fragment=4.4	{process} sends a placeholder instead of a key: {variable} was never filled in, or a template was not expanded.
fix		put the real key where the placeholder stands	look for the placeholder in environment files, manifests and templates of {service};where it reads ${…} or {…}: the tool that starts {service} does not expand it there;where it reads undefined or None: the program made text of a missing value~; check it before it builds the client	~-	~-	log length and last four characters of {variable} as {service} starts
cause	missing-env	mangled	fragment=4.4;wording=3.6	The value of {variable} in {process} lost its shape on the way: it was cut short, or quotes, a newline, base64 or other text came with it.
fix		store the bare key in {variable}	compare length and first and last characters with the key that the provider shows;`docker run --env-file` keeps quotes~; `echo` adds a newline (use `printf %s`)~; a Kubernetes secret is encoded once, not twice;strip the value where the program reads it, so that it cannot happen again	~-	~-	printf %s "$VALUE" | wc -c   shows the length that the provider's keys have
cause	missing-env	misnamed	claim=2.8;comparison=3.0	{process} has the key under another name ({misnomer}), which nothing reads; its client looks for {variable}.
fix		rename {misnomer} to {variable}	rename it where {service} gets its environment, or hand the value to the client by name;check at the start that {variable} is there, and stop with a clear message where it is not	~-	~-	log the names of the variables that contain KEY as {service} starts
cause	missing-env	read-too-early	claim=2.2;comparison=3.2;frame=2.6	{process} builds its client while its modules load, before the environment is loaded; {variable} is there a moment later.
fix	runtime=node	load the environment before anything that reads it	imports are hoisted: dotenv.config() in the entry file runs after all of them;load the file before the program starts, or make the client at its first use;with NestJS: inject ConfigService and build the client in a provider, not at the top of a file	sh	node --env-file=.env {entrypoint}	log whether process.env.{variable} is there in the line before the client is built
fix	runtime=python	load the environment before the module that builds the client is imported	call load_dotenv() in the first lines of {entrypoint}, above the other imports;or build the client in a function, at its first use	python	from dotenv import load_dotenv~nload_dotenv()~nimport app	log "{variable}" in os.environ in the line before the client is built
fix		read {variable} when it is needed, not while the program loads	build the client at its first use, after the environment was loaded	~-	~-	log whether {variable} is there in the line before the client is built
cause	missing-env	not-inherited	claim=2.6;comparison=4.2	{process} was started without {variable}; {peer} has it and works.
fix	runner=pm2;runtime=node	give the app {service} the variable in its ecosystem file	put {variable} into the env of {service} in the ecosystem file;PM2 keeps the environment of the first start: `pm2 delete {service}`, then start it from the file	~-	~-	log whether process.env.{variable} is there as {entrypoint} starts
fix	runner=worker-threads;runtime=node	hand the environment to the threads where they are started	threads and pools get what `env` says: leave it out, or pass process.env on	js	new Worker("{entrypoint}", { env: process.env })	log whether process.env.{variable} is there as {entrypoint} starts
fix	runtime=node	give {service} the environment that {peer} has	compare how both are started (unit, compose file, ecosystem file, spawn call), and set {variable} there for {service};children get what `env` says: leave it out, or pass process.env on;start {service} anew	~-	~-	log whether process.env.{variable} is there as {entrypoint} starts
fix	runner=celery	start the worker with the environment that the web process has	compare how both are started~; systemd units and supervisord programs inherit nothing from a shell;put {variable} into the worker's EnvironmentFile or environment~= line, then restart it	~-	~-	celery -A APP inspect ping, then log "{variable}" in os.environ in worker_process_init
fix	runtime=python	hand the environment to {service} where it is started	subprocess and multiprocessing take `env~=`: leave it out, or pass os.environ on;systemd units, cron and supervisord inherit nothing from a shell~; set {variable} there	python	subprocess.Popen([...], env={**os.environ, "ROLE": "worker"})	log "{variable}" in os.environ as {entrypoint} starts
fix		hand the environment to {service} where it is started	compare how {service} and {peer} are started, and give {service} what the other has;systemd units, cron, supervisord and spawned children inherit nothing unless told	~-	~-	tr '\0' '\n' < /proc/PID/environ | cut -d= -f1 | grep {variable}
cause	missing-env	secret-scope	claim=2.4;comparison=4.0	{process} has no {variable}, which {peer} has: each container, function or job gets its own.
fix	runner=github-actions	give the job the secret	secrets are blank in runs for forks and for Dependabot~; skip the step there, or use a secret of that scope;name it in the job's own env	yaml	env:~n  {variable}: ${{ secrets.{variable} }}	echo "${#{variable}}" prints its length
fix		grant {service} the secret that {peer} has	compare the secret references of both (envFrom, secretKeyRef, env_file, function configuration);add {variable} to those of {service}, and start it anew	~-	~-	log the length of {variable} as {service} starts
cause	stale-credential	rotated	comparison=4.0	{process} still uses a key that {provider} no longer accepts ({fragment}); it was replaced while the process ran.
fix	runner=pm2	give the running app the new key	PM2 keeps the environment of the first start: `pm2 restart` does not read it again;`pm2 delete {service}` and start it from the ecosystem file, or `pm2 restart {service} --update-env`	~-	~-	log the last four characters of {variable} as {service} starts
fix		restart {service} with the new key	a process keeps the environment that it was started with~; restart every one that started before the rotation;an exported variable wins over an environment file: remove the old one where {service} is started;let the old key live until all processes have the new one	~-	~-	compare the last four characters of {variable} in all processes
cause	stale-credential	revoked	wording=3.2	{provider} says that the credential of {process} was switched off.
fix		make a new key, and replace {variable} everywhere	look in the provider's console why it was switched off~; a leaked key must not be used again;make a new one, put it into {variable} of all services, restart them	~-	~-	compare the last four characters of {variable} in all processes
cause	stale-credential	expired	wording=3.2	{provider} says that the credential of {process} has expired.
fix		renew the credential in {variable}	make a new key, or refresh the session that gives the temporary one;restart the processes that hold the old one	~-	~-	compare the last four characters of {variable} in all processes
cause	stale-credential	rejected	comparison=2.6;fragment=3.0;wording=2.4	{provider} refuses the key of {process} ({fragment}); the log does not tell since when or why.
fix		check the key of {service} in the provider's console	compare its last four characters with the keys that are listed there;where it is not listed it was deleted or rotated, put a listed one into {variable};restart {service}	~-	~-	compare the last four characters of {variable} in all processes
cause	wrong-provider	foreign-key	fragment=4.4;wording=2.6	{process} sends a key of {other} ({fragment}) to {provider}.
fix		put a key of {provider} into {variable}	look which value stands in {variable} where {service} is started~; two variables were probably swapped;put each key under its own provider's name, and start {service} anew	~-	~-	log the first characters and the last four of {variable} as {service} starts
cause	wrong-provider	wrong-client	comparison=3.0;fragment=4.0;wording=3.0	{process} asks {provider} with a client that is not the one its configuration means.
fix		use the client of the provider whose model and key are configured	look which client class {service} builds, also the ones that a framework builds by default (memory, embeddings, tools);name provider and model for each of them, or switch the ones off that are not wanted;an Azure endpoint needs the Azure client, which sends the key as api-key	~-	~-	log host and model of each client as {service} starts
cause	wrong-provider	wrong-endpoint	comparison=3.4;fragment=4.0;host=3.4;wording=3.0	{process} sends its requests to {host}, where its key is not known.
fix		send the requests to the provider whose key is used	look for a base URL that was left over (OPENAI_BASE_URL, OPENAI_API_BASE, ANTHROPIC_BASE_URL, a proxy);set it to the key's own provider, or use a key of that host;vendors with two editions have separate keys for each of their hosts	~-	~-	log the base URL of the client as {service} starts
"""#
}
