package io.cascadeledger.api.server;

import static io.cascadeledger.api.server.BooksBodies.bankLine;
import static io.cascadeledger.api.server.BooksBodies.statement;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks say, brought in and held against the payments. */
@ExtendWith(StopsLedger.class)
class BankStatementsTest {

  private static final String CAMT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
       <BkToCstmrStmt>
        <GrpHdr><MsgId>M-1</MsgId></GrpHdr>
        <Stmt>
         <Id>2026-05/1</Id>
         <FrToDt><FrDtTm>2026-05-01T00:00:00</FrDtTm><ToDtTm>2026-05-04T23:59:59</ToDtTm></FrToDt>
         <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>
         <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>
          <Amt Ccy="USD">1000.00</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal>
         <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>
          <Amt Ccy="USD">125.51</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal>
         <Ntry>
          <Amt Ccy="USD">888.49</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-05-04</Dt></BookgDt><ValDt><Dt>2026-05-05</Dt></ValDt>
          <AcctSvcrRef>B-7</AcctSvcrRef>
          <NtryDtls><TxDtls><Refs><EndToEndId>first</EndToEndId></Refs>
           <RltdPties><Dbtr><Pty><Nm>Ada Lovelace</Nm></Pty></Dbtr></RltdPties></TxDtls></NtryDtls>
         </Ntry>
         <Ntry>
          <Amt Ccy="USD">7.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
          <BookgDt><DtTm>2026-05-04T10:00:00</DtTm></BookgDt>
          <NtryDtls>
           <TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><Amt Ccy="USD">3.00</Amt>
            <RmtInf><Ustrd>second
              one</Ustrd></RmtInf></TxDtls>
           <TxDtls><Amt Ccy="USD">4.00</Amt>
            <RmtInf><Strd><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
          </NtryDtls>
         </Ntry>
         <Ntry>
          <Amt Ccy="USD">21.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-05-04</Dt></BookgDt>
         </Ntry>
         <Ntry>
          <Amt Ccy="USD">5000.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>
         </Ntry>
        </Stmt>
       </BkToCstmrStmt>
      </Document>
      """;

  private final Tenant lender = RunningLedger.newTenant();

  private Reply send(String type, String body) {
    return lender.send(
        lender
            .request("/v1/bank-statements")
            .header("Content-Type", type)
            .header("Idempotency-Key", Tenant.newKey())
            .POST(BodyPublishers.ofString(body)));
  }

  private UUID bring(String name, String... lines) {
    return lender
        .post("/v1/bank-statements", statement(name, "", lines))
        .expect(201)
        .id("bank_statement_id");
  }

  private Reply read(UUID id, String query) {
    return lender.get("/v1/bank-statements/" + id + query).expect(200);
  }

  /** The lines as amount, reference and whether they are in the books. */
  private List<String> lines(UUID id) {
    return read(id, "?lines=all")
        .json()
        .path("lines")
        .valueStream()
        .map(
            line ->
                "%s %s %s"
                    .formatted(
                        line.path("amount_minor").asString(),
                        line.path("reference").asString(),
                        line.path("status").asString()))
        .toList();
  }

  private UUID pay(UUID loan, long minor, String reference) {
    return lender
        .post(
            "/v1/payments",
            Bodies.payment(loan, minor, "2026-05-01").replace("stripe_ch_xyz123", reference))
        .expect(201)
        .id("journal_entry_id");
  }

  @Test
  void a_camt_053_document_is_read_without_the_names_of_payers() {
    UUID id = send("application/xml", CAMT).expect(201).id("bank_statement_id");

    Reply read = read(id, "?lines=all");
    assertThat(read.text("bank_account_ref")).isEqualTo("DE02120300000000202051");
    assertThat(read.text("statement_ref")).isEqualTo("2026-05/1");
    assertThat(read.text("from_date")).isEqualTo("2026-05-01");
    assertThat(read.text("to_date")).isEqualTo("2026-05-04");
    assertThat(read.text("opening_balance_minor")).isEqualTo("-100000");
    assertThat(read.text("closing_balance_minor")).isEqualTo("-12551");
    assertThat(lines(id))
        .containsExactly(
            "88849 first unmatched",
            "300 second one unmatched",
            "400 RF18 unmatched",
            "-2100  unmatched");
    assertThat(read.text("/lines/0/value_date")).isEqualTo("2026-05-05");
    assertThat(read.text("/lines/0/bank_reference")).isEqualTo("B-7");
    assertThat(
            RunningLedger.JDBC.queryForObject(
                "SELECT count(*) FROM events WHERE position(convert_to('Lovelace', 'UTF8')"
                    + " IN payload) > 0",
                Long.class))
        .isZero();
  }

  @Test
  void the_same_statement_as_a_table_is_the_same_request() {
    String csv =
        """
        bank_account_ref,statement_ref,currency,booked_on,amount_minor,reference
        DE02,1,USD,2026-05-04,88849,"a, b"
        DE02,1,USD,2026-05-01,-7,
        """;
    UUID id = send("text/csv", csv).expect(201).id("bank_statement_id");

    assertThat(lines(id)).containsExactly("88849 a, b unmatched", "-7  unmatched");
    assertThat(read(id, "").text("from_date")).isEqualTo("2026-05-01");
    assertThat(read(id, "").text("to_date")).isEqualTo("2026-05-04");
    String key = Tenant.newKey();
    String json =
        statement("2", "", bankLine("2026-05-04", 88_849, "r"))
            .replace("DE02120300000000202051", "DE02");
    Reply first = lender.post("/v1/bank-statements", key, json).expect(201);
    Reply again =
        lender.send(
            lender
                .request("/v1/bank-statements")
                .header("Content-Type", "text/csv; charset=utf-8")
                .header("Idempotency-Key", key)
                .POST(
                    BodyPublishers.ofString(
                        """
                        statement_ref,bank_account_ref,currency,booked_on,amount_minor,reference
                        2,DE02,USD,2026-05-04,88849,r
                        """)));
    assertThat(again.expect(200).body()).isEqualTo(first.body());
    send("text/csv", csv).expectProblem(409, "statement_already_imported");
  }

  @Test
  void a_line_is_a_payment_of_its_reference_and_amount_whenever_that_is_posted() {
    UUID loan = lender.newLoan();
    pay(loan, 100, "early");
    UUID id =
        bring(
            "1",
            bankLine("2026-05-02", 100, "early"),
            bankLine("2026-05-02", 100, "late"),
            bankLine("2026-05-02", 99, "other amount"));
    pay(loan, 100, "other amount");
    assertThat(lines(id))
        .containsExactly("100 early matched", "100 late unmatched", "99 other amount unmatched");

    pay(loan, 100, "late");

    Reply read = read(id, "");
    assertThat(read.json().path("matched_count").asInt()).isEqualTo(2);
    assertThat(read.json().path("unmatched_count").asInt()).isEqualTo(1);
    assertThat(read.text("unmatched_minor")).isEqualTo("99");
    assertThat(read.json().path("lines").findValuesAsString("reference"))
        .containsExactly("other amount");
    assertThat(read(id, "?lines=all").text("/lines/0/loan_id")).isEqualTo(loan.toString());
  }

  @Test
  void each_payment_is_one_line_and_each_line_one_payment() {
    UUID loan = lender.newLoan();
    pay(loan, 100, "twice");
    UUID first = bring("1", bankLine("2026-05-02", 100, "twice"));
    UUID second =
        bring("2", bankLine("2026-05-03", 100, "twice"), bankLine("2026-05-03", 100, "twice"));
    assertThat(lines(first)).containsExactly("100 twice matched");
    assertThat(lines(second)).containsExactly("100 twice unmatched", "100 twice unmatched");

    pay(loan, 100, "twice");

    assertThat(lines(second)).containsExactly("100 twice matched", "100 twice unmatched");
  }

  @Test
  void what_the_bank_has_taken_back_is_the_reversal_of_the_payment() {
    UUID loan = lender.newLoan();
    UUID id =
        bring("1", bankLine("2026-05-02", 100, "bounces"), bankLine("2026-05-03", -100, "bounces"));
    UUID paid = pay(loan, 100, "bounces");
    assertThat(lines(id)).containsExactly("100 bounces matched", "-100 bounces unmatched");

    lender.reverse(paid).expect(201);

    assertThat(lines(id)).containsExactly("100 bounces matched", "-100 bounces matched");
  }

  @Test
  void statements_and_their_lines_are_read_page_by_page() {
    String[] many =
        IntStream.rangeClosed(1, 7)
            .mapToObj(i -> bankLine("2026-05-02", i, "r" + i))
            .toArray(String[]::new);
    UUID id = bring("1", many);
    UUID other = bring("2");

    Reply page = read(id, "?page_size=5");
    Reply rest = read(id, "?page_size=5&page_token=" + page.text("next_page_token"));

    assertThat(page.json().path("lines")).hasSize(5);
    assertThat(rest.json().path("lines").findValuesAsString("reference"))
        .containsExactly("r6", "r7");
    assertThat(rest.json().has("next_page_token")).isFalse();
    Reply list = lender.get("/v1/bank-statements?page_size=1").expect(200);
    assertThat(list.id("/items/0/bank_statement_id")).isEqualTo(id);
    Reply next =
        lender.get("/v1/bank-statements?page_token=" + list.text("next_page_token")).expect(200);
    assertThat(next.id("/items/0/bank_statement_id")).isEqualTo(other);
    RunningLedger.newTenant()
        .get("/v1/bank-statements/" + id)
        .expectProblem(404, "bank_statement_not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<Document>",
        "<Document/>",
        "not XML",
        "<Document><BkToCstmrStmt><Stmt/><Stmt/></BkToCstmrStmt></Document>",
        "<Document><BkToCstmrStmt><Stmt><Id>1</Id></Stmt></BkToCstmrStmt></Document>",
        "<!DOCTYPE d [<!ENTITY e \"x\">]><Document>&e;</Document>"
      })
  void what_is_no_statement_is_refused(String document) {
    Reply refused = send("application/xml", document);

    assertThat(refused.expectProblem(400, "invalid_request").errors())
        .containsExactly("body/invalid_format");
  }

  @Test
  void no_document_reads_a_file_or_grows_without_bounds(@TempDir Path folder) throws Exception {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "4711");
    String outside =
        "<!DOCTYPE d [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri())
            + CAMT.substring(CAMT.indexOf("<Document")).replace("2026-05/1", "&e;");
    String laughs =
        "<!DOCTYPE d [<!ENTITY a \"%s\"><!ENTITY b \"%s\">]>"
                .formatted("x".repeat(1_000), "&a;".repeat(1_000))
            + CAMT.substring(CAMT.indexOf("<Document")).replace("2026-05/1", "&b;&b;");

    assertThat(send("application/xml", outside).expectProblem(400, "invalid_request").body())
        .doesNotContain("4711");
    send("application/xml", laughs).expectProblem(400, "invalid_request");
    send("application/xml", "<a>".repeat(100_000)).expectProblem(400, "invalid_request");
    send("text/plain", CAMT).expectProblem(415, "unsupported_media_type");
  }

  @Test
  void a_document_whose_lines_are_wrong_says_where() {
    Reply refused = send("application/xml", CAMT.replace("888.49", "888.48"));
    refused.expectProblem(422, "statement_does_not_sum");

    String undated = CAMT.replace("<BookgDt><Dt>2026-05-04</Dt></BookgDt><ValDt>", "<ValDt>");
    assertThat(send("application/xml", undated).expectProblem(400, "invalid_request").errors())
        .containsExactly("lines[0].booked_on/required");
  }
}
