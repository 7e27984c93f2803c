package io.cascadeledger.bank;

import io.cascadeledger.refusal.RefusalCode;
import io.cascadeledger.refusal.Refused;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Decides on bank statements. */
public final class BankStatementHandler {

  private final Repository<BankStatement> statements;

  /** Decides on what a repository holds. */
  public BankStatementHandler(Repository<BankStatement> statements) {
    this.statements = statements;
  }

  /**
   * Brings in a statement.
   *
   * @throws Refused if it is there already, or does not add up
   * @throws Exception as the repository does
   */
  @CommandHandler
  public void handle(ImportBankStatement command) throws Exception {
    BankStatement.requireSound(command.content());
    if (isThere(command.statement())) {
      throw new Refused(
          RefusalCode.STATEMENT_ALREADY_IMPORTED,
          "The statement %s of the account %s was imported before."
              .formatted(command.content().statementRef(), command.content().bankAccountRef()));
    }
    statements.newInstance(() -> new BankStatement(command));
  }

  private boolean isThere(BankStatementId id) {
    try {
      return statements.load(id.toString()).identifier() != null;
    } catch (AggregateNotFoundException _) {
      return false;
    }
  }
}
