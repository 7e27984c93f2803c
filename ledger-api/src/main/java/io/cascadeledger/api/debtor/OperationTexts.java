package io.cascadeledger.api.debtor;

import java.util.Map;

/** What each operation does, in a sentence. */
final class OperationTexts {

  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("get_account", "Reads an account with its parts and entries"),
          Map.entry("create_accounts", "Creates accounts with all they bring"),
          Map.entry("update_account_meta", "Merges notes of accounts, key by key"),
          Map.entry("add_account_ledger_entries", "Posts entries, each with its journal entry"),
          Map.entry("add_account_products", "Adds products"),
          Map.entry("update_account_products", "Updates products, part by part"),
          Map.entry("add_account_debtors", "Adds debtors; what is known of them is sealed"),
          Map.entry("update_account_debtors", "Replaces what is known of debtors"),
          Map.entry("get_account_claims", "Reads the claims of an account, page by page"),
          Map.entry("set_account_scores", "Sets scores, one of each type"),
          Map.entry("match_account_payment", "Splits payments over what is open"),
          Map.entry(
              "update_account_ledger_entries_amounts",
              "Brings invoices and fees to amounts, step by step"),
          Map.entry("get_debtor_accounts_and_claims", "Reads all accounts of a debtor"),
          Map.entry("create_claims", "Places claims that no account manages"),
          Map.entry("recreate_claims", "Places claims anew that were deleted"),
          Map.entry("update_claims", "Says something new of claims"),
          Map.entry("import_claims", "Creates or updates claims"),
          Map.entry("delete_claims", "Takes claims away, and what they owe off the books"),
          Map.entry("resolve_claims", "Ends the collection of claims; the amount stays"),
          Map.entry("credit_claims", "Makes the amount of claims smaller; zero resolves"),
          Map.entry("debit_claims", "Makes the amount of claims larger"),
          Map.entry("pause_journeys", "Notes that the collection is paused"),
          Map.entry("resume_journeys", "Notes that the collection goes on"),
          Map.entry("stop_journeys", "Notes that the collection has ended"),
          Map.entry("get_events", "Reads what happened, by kind and day in UTC"),
          Map.entry("create_promises_to_pay", "Notes promises, one for a claim and day"),
          Map.entry("get_promises_to_pay", "Reads the promises of a claim, and how they stand"),
          Map.entry("execute_custom_triggers", "Records triggers as events"),
          Map.entry("create_account_mandates", "Notes mandates; no provider is called"),
          Map.entry("delete_account_mandates", "Deletes mandates"),
          Map.entry("get_account_mandates", "Reads the mandates of an account"),
          Map.entry("upload_files", "Keeps a file of an account, sealed, with its SHA-256"),
          Map.entry("get_account_files", "Lists the files of an account, page by page"),
          Map.entry("get_file", "Reads a file as it was uploaded"),
          Map.entry("erase_debtor", "Destroys the keys of people"),
          Map.entry("get_action", "Says what became of a part of an asynchronous request"));

  private OperationTexts() {}

  /** The sentence of an operation. */
  static String of(String operation) {
    return TEXTS.getOrDefault(operation, "No part of a ledger");
  }
}
