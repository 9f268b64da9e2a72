import CulpritRegex

/// Words that tell a failure, in whatever sentence.
package enum FailureWords {
  /// As whole words; type names and `Error code` are none.
  private static let words = CompiledPattern.constant(
    #"""
      (?<![A-Za-z0-9_.])(?:fail(?:ed|ure|ures|s|ing)?|errors?(?!\s*code)|could\ not|couldn't|cannot|can't|unable\ to|refus(?:ed|al)|
      rejected|denied|abort(?:ed|ing)|crash(?:ed|ing)?|died|fatal|panic|exception|unhandled|uncaught|gave\ up|giving\ up|
      not\ (?:answered|drafted|finished|sent|tagged|summarized|summarised|processed|completed|done|possible|created|delivered|generated)|
      not\ [a-z]{3,14}ed(?=:|\ ?[—–]\ |\ -\ |\ because|\ \()|(?:->|=>|→|HTTP|status|code)\W{1,3}5\d\d|
      fehler|fehlgeschlagen|abgelehnt|gescheitert|erreur|échec|échoué|refusée?|fallo|falló|rechazad[oa]|erro|falhou|recusad[oa]|errore|fallito|
      ошибка|не\ удалось|отказано|失败|失敗|错误|錯誤|报错|出错|エラー|오류|실패|
      abandoned|deferred|stalled|postponed|cancel+ed|interrupted|halted|bounced|quarantined|discarded|suspended|
      problem|broken?|invalid|dropp(?:ed|ing)|dead[- ]letter(?:ed)?|no\ (?:answer|reply|result)|lost|ERR|❌|✖|✗)(?![A-Za-z0-9_])
      """#, [.ignoresCase, .extended])

  package static func stand(in text: String) -> Bool { words.matches(text) }

  /// The record goes on: a fallback, a retry, a feature that is left out.
  private static let goingOn = CompiledPattern.constant(
    #"""
      (?<![A-Za-z])(?:skipp(?:ed|ing)|will\ be\ skipped|fall(?:s|ing)?\ back|fallback|disabled|disabling|ignor(?:ed|ing)|continu(?:e|es|ing)\ without|
      [,;]\ (?:so\ )?using|using\ (?:an?|the|default|local|approximate|(?-i:[A-Z_]{6,}))|optional|not\ enabled|is\ off|defaulting)(?![A-Za-z])
      """#, [.ignoresCase, .extended])

  package static func goOn(in text: String) -> Bool { goingOn.matches(text) }

  private static let retrying = CompiledPattern.constant(#"(?<![A-Za-z])(?:will\ retry|retrying)(?![A-Za-z])"#, [.ignoresCase, .extended])

  /// It is tried again: that helps against whatever passes, and not against a refused key.
  package static func retry(in text: String) -> Bool { retrying.matches(text) }
}
