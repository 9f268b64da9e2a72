import Foundation
struct AuthenticationError: Error { var status: Int; var code: String; var message: String }
struct GatewayError: Error { var model: String; var underlying: any Error }
enum PlanError: Error { case stepFailed(name: String, cause: any Error) }
func generate() throws { throw AuthenticationError(status: 401, code: "invalid_api_key", message: "Incorrect API key provided: sk-proj-Qr7v********Zt4A. You can find your API key at https://platform.openai.com/account/api-keys.") }
func ask() throws { do { try generate() } catch { throw GatewayError(model: "gpt-4o-mini", underlying: error) } }
func step(_ name: String) throws { do { try ask() } catch { throw PlanError.stepFailed(name: name, cause: error) } }
print("planner \(ProcessInfo.processInfo.processIdentifier) started"); fflush(stdout)
switch CommandLine.arguments.dropFirst().first {
case "log": do { try step("research") } catch { print("run 7 failed: \(error)") }
case "reflecting": do { try step("research") } catch { print("run 7 failed: \(String(reflecting: error))") }
case "dump": do { try step("research") } catch { dump(error) }
case "ns": print("run 7 failed: \(NSError(domain: "PlanErrorDomain", code: 7, userInfo: [NSLocalizedDescriptionKey: "nightly run failed", NSUnderlyingErrorKey: NSError(domain: "GatewayErrorDomain", code: 401, userInfo: [NSLocalizedDescriptionKey: "Incorrect API key provided"])]))")
case "try!": try! step("research")
default: try step("research")
}
