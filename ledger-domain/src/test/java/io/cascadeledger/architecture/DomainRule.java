package io.cascadeledger.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import io.cascadeledger.refusal.RefusalCode;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Something that the domain promises about itself.
 *
 * @param promise the promise in a few words
 * @param rule the rule that checks it
 * @param offenders classes that break the rule, each one of them; they show that it bites
 */
record DomainRule(String promise, ArchRule rule, List<Class<?>> offenders) {
  private static final String DAY_COUNTS = "com.opengamma.strata.basics.date";

  static List<DomainRule> all() {
    return List.of(
        dependencies(),
        dayCounts(),
        clock(),
        randomness(),
        new DomainRule(
            "has no fields of floating point",
            noFields().should().haveRawType(floatingPoint()),
            List.of(Offences.HoldsADouble.class)),
        new DomainRule(
            "has no parameters of floating point",
            noCodeUnits().should().haveRawParameterTypes(anyElementThat(floatingPoint())),
            List.of(Offences.HoldsADouble.class, Offences.TakesFloats.class)),
        new DomainRule(
            "returns no floating point",
            noCodeUnits().should().haveRawReturnType(floatingPoint()),
            List.of(Offences.HoldsADouble.class, Offences.ReturnsADouble.class)),
        new DomainRule(
            "names classes by what they are",
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?|DTO|Dto)(\\$.*)?"),
            List.of(Offences.MoneyHelper.class)),
        new DomainRule(
            "has no cycles between packages",
            slices().matching("io.cascadeledger.(**)").should().beFreeOfCycles(),
            List.of()),
        new DomainRule(
            "leaves it to the event store to refuse a loan that exists",
            noClasses()
                .that()
                .areNotAssignableTo(RefusalCode.class)
                .should()
                .accessField(RefusalCode.class, "LOAN_ALREADY_EXISTS"),
            List.of(Offences.KnowsThatALoanExists.class)));
  }

  /**
   * The packages are named one by one: java.util has logging and java.util.concurrent has random
   * numbers, and whatever else is not named here (SQL, HTTP, JSON, Spring, SLF4J) is not known.
   */
  private static DomainRule dependencies() {
    return new DomainRule(
        "knows only the JDK, Axon's modelling and a library of day counts",
        classes()
            .should()
            .onlyDependOnClassesThat(
                resideInAnyPackage(
                    "io.cascadeledger..",
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.runtime",
                    "java.math",
                    "java.nio",
                    "java.nio.charset",
                    "java.security",
                    "java.time",
                    "java.util",
                    "java.util.function",
                    "java.util.regex",
                    "java.util.stream",
                    DAY_COUNTS,
                    "org.axonframework.commandhandling",
                    "org.axonframework.eventsourcing",
                    "org.axonframework.modelling.command")),
        List.of(Offences.KnowsSql.class, Offences.Logs.class));
  }

  private static DomainRule dayCounts() {
    return new DomainRule(
        "counts days for interest in one package",
        noClasses()
            .that()
            .resideOutsideOfPackage("io.cascadeledger.loan.schedule")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.opengamma.."),
        List.of(Offences.CountsDays.class));
  }

  private static DomainRule clock() {
    return new DomainRule(
        "reads no clock",
        noClasses()
            .should()
            .accessTargetWhere(
                to("java.time.", "now")
                    .or(to("java.time.Clock", ""))
                    .or(to("java.lang.System", "currentTimeMillis"))
                    .or(to("java.lang.System", "nanoTime"))
                    .or(to("java.util.Date", "<init>"))
                    .or(to("java.util.Calendar", "getInstance"))),
        List.of(
            Offences.ReadsTheTime.class,
            Offences.ReadsTheDateLater.class,
            Offences.AsksAClock.class,
            Offences.Counts.class));
  }

  private static DomainRule randomness() {
    return new DomainRule(
        "throws no dice",
        noClasses()
            .should()
            .accessTargetWhere(
                to("java.util.UUID", "randomUUID")
                    .or(to("java.lang.Math", "random"))
                    .or(to("java.util.Collections", "shuffle")))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class),
        List.of(
            Offences.DrawsAnIdentifier.class,
            Offences.DrawsANumber.class,
            Offences.ThrowsDice.class));
  }

  @Override
  public String toString() {
    return promise;
  }

  private static DescribedPredicate<JavaAccess<?>> to(String owner, String member) {
    return describe(
        owner + member,
        access ->
            access.getTargetOwner().getFullName().startsWith(owner)
                && (member.isEmpty() || access.getName().equals(member)));
  }

  private static DescribedPredicate<JavaClass> floatingPoint() {
    Set<String> names = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
    return describe(
        "floating point", type -> names.contains(type.getBaseComponentType().getName()));
  }
}
