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
anchor	failure	unauthori
anchor	failure	cationerror
anchor	failure	cation_error
anchor	failure	credential
anchor	failure	nvalid_a
anchor	failure	nvalid x
"""#
}
