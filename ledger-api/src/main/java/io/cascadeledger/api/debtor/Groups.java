package io.cascadeledger.api.debtor;

import io.cascadeledger.account.command.AccountCommand;
import io.cascadeledger.account.command.AccountItem;
import io.cascadeledger.account.command.ChangeAccount;
import io.cascadeledger.account.command.OpenAccount;
import io.cascadeledger.api.posting.Posted;
import io.cascadeledger.api.posting.Posting;
import io.cascadeledger.api.posting.PostingException;
import io.cascadeledger.api.posting.PostingRequest;
import io.cascadeledger.identifier.Identifiers;
import io.cascadeledger.refusal.ItemRefused;
import io.cascadeledger.refusal.Refused;
import io.cascadeledger.sealing.NoMasterKeyException;
import io.cascadeledger.stream.StreamCommand;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/** Posts what is asked for one account or claim, and says how it went. It blocks. */
final class Groups {

  private static final Logger LOG = LoggerFactory.getLogger(Groups.class);

  private final Posting posting;

  Groups(Posting posting) {
    this.posting = posting;
  }

  /** Posts a group under a new message id; what goes wrong with it is told in the answer. */
  ObjectNode post(Call call, Write write, Group group) {
    return post(call, write, group, Identifiers.next().toString());
  }

  /** Posts a group under a message id, as {@link #post(Call, Write, Group)} does. */
  ObjectNode post(Call call, Write write, Group group, String messageId) {
    try {
      return attempt(call, write, group, messageId);
    } catch (PostingException e) {
      return failure(group.reference(), e.getMessage());
    }
  }

  /**
   * Posts a group under a message id.
   *
   * @throws PostingException if it may succeed another time
   */
  ObjectNode attempt(Call call, Write write, Group group, String messageId) {
    StreamCommand command = null;
    try {
      command = write.maker().apply(call, group);
      Posted posted =
          posting
              .post(
                  new PostingRequest(
                      write.name(),
                      call.tenant(),
                      call.actor(),
                      GroupKey.of(call, write, group, command),
                      messageId,
                      call.traceparent()),
                  command)
              .block();
      trigger(call, command, messageId);
      ObjectNode answer = success(write.message().apply(group), posted.correlationId());
      addData(answer, call, write, group, posted);
      return answer;
    } catch (ItemFault e) {
      return failure(group.reference(), e.getMessage());
    } catch (ItemRefused e) {
      return failure(place(group, command, e.index()), e.getMessage());
    } catch (Refused e) {
      return failure(place(group, command, onDay(command, e.closedDay())), e.getMessage());
    } catch (PostingException e) {
      if (e.reason() != PostingException.Reason.IDEMPOTENCY_MISMATCH) {
        throw e;
      }
      return failure(group.reference(), e.getMessage());
    } catch (NoMasterKeyException _) {
      return failure(
          group.reference(), "This server has no master key, and so keeps nothing of people.");
    } catch (Failure e) {
      return failure(group.reference(), e.getMessage());
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("correlation_id", messageId)
          .setCause(e)
          .log("a part of {} failed, message {}", write.name(), messageId);
      return failure(
          group.reference(), "The ledger could not handle this; " + messageId + " finds it.");
    }
  }

  /** What was posted was posted, also if what it made cannot be read yet. */
  private static void addData(
      ObjectNode answer, Call call, Write write, Group group, Posted posted) {
    try {
      if (write.data() != null) {
        answer.set("data", write.data().of(call, group, posted));
      }
    } catch (Failure _) {
      LOG.warn("the answer of {} lacks its data: the read model is behind", write.name());
    }
  }

  /** Others have the trigger among their items; an account is not created with one. */
  private void trigger(Call call, StreamCommand command, String messageId) {
    if (call.trigger() != null && command instanceof OpenAccount opening) {
      posting
          .post(
              new PostingRequest(
                  "trigger", call.tenant(), call.actor(), null, messageId, call.traceparent()),
              new ChangeAccount(
                  opening.account(),
                  List.of(new AccountItem.FireTrigger(call.trigger())),
                  call.time()))
          .block();
    }
  }

  /** The answer of a group that succeeded. */
  static ObjectNode success(String message, String messageId) {
    ObjectNode answer = Wire.object().put("success", true);
    answer.putArray("messages").add(message);
    answer.putArray("messageIds").add(messageId);
    return answer;
  }

  /** The answer of a group of which nothing was done. */
  static ObjectNode failure(String place, String message) {
    ObjectNode answer = Wire.object().put("success", false);
    answer.putArray("messages").add(place + ": " + message);
    answer.putArray("messageIds");
    return answer;
  }

  /** The first of the entries of a command that count on a day that is closed. */
  private static int onDay(StreamCommand command, LocalDate closedDay) {
    List<AccountItem> items =
        command instanceof AccountCommand ofAccount ? ofAccount.items() : List.of();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof AccountItem.AddEntry(_, _, LocalDate day)
          && day.equals(closedDay)) {
        return i;
      }
    }
    return ItemRefused.WHOLE;
  }

  /** Which of the group's items it was. */
  private static String place(Group group, StreamCommand command, int index) {
    if (index == ItemRefused.WHOLE) {
      return group.reference();
    }
    if (command instanceof AccountCommand ofAccount) {
      return "%s, %s".formatted(group.reference(), describe(ofAccount.items().get(index), index));
    }
    return group.items().size() == 1
        ? group.reference()
        : "%s, item %d".formatted(group.reference(), index);
  }

  private static String describe(AccountItem item, int index) {
    return switch (item) {
      case AccountItem.AddEntry(var entry, _, _) -> "ledger entry " + entry.reference();
      case AccountItem.AddProduct(var product) -> "product " + product.reference();
      case AccountItem.UpdateProduct(var product) -> "product " + product.reference();
      case AccountItem.CreateMandate(var mandate) -> "mandate " + mandate.id();
      case AccountItem.DeleteMandate(var mandate) -> "mandate " + mandate;
      case AccountItem.OnClaim(var claim, _) -> "claim " + claim;
      default -> "item " + index;
    };
  }
}
