package io.direktdraht.server;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// The arrows between rooms that poms cannot hold. A rule that matches nothing fails.
@AnalyzeClasses(packages = "io.direktdraht", importOptions = ArchitectureTest.WhatShips.class)
class ArchitectureTest {

  private static final String[] SHARED_BY_CHANNELS = {
    "io.direktdraht.channel.access",
    "io.direktdraht.channel.platform",
    "io.direktdraht.channel.platform.media",
    "io.direktdraht.channel.render",
    "io.direktdraht.channel.setup"
  };

  @ArchTest
  static final ArchRule CONVERSATION_IS_PURE =
      classes()
          .that()
          .resideInAPackage("io.direktdraht.conversation..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "io.direktdraht.conversation..");

  @ArchTest
  static final ArchRule INTENTS_KNOW_NOBODY =
      noClasses()
          .that()
          .resideInAPackage("io.direktdraht.intents..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.direktdraht.conversation..",
              "io.direktdraht.bot..",
              "io.direktdraht.console..",
              "io.direktdraht.channel..",
              "org.springframework..");

  @ArchTest
  static final ArchRule DECISIONS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.direktdraht.bot.dialogue..",
              "io.direktdraht.bot.escalation..",
              "io.direktdraht.bot.words..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.direktdraht.conversation.log..",
              "io.direktdraht.conversation.signal..",
              "java.time.InstantSource",
              "java.sql..",
              "java.net.http..");

  @ArchTest
  static final ArchRule THE_BOT_KNOWS_NO_FRAMEWORK =
      noClasses()
          .that()
          .resideInAPackage("io.direktdraht.bot..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..", "tools.jackson..");

  @ArchTest
  static final ArchRule FRAMEWORKS_STAY_IN_THE_WEB_PACKAGES =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.direktdraht.console.desk..",
              "io.direktdraht.console.people..",
              "io.direktdraht.console.view..",
              "io.direktdraht.console.work..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "jakarta..");

  @ArchTest
  static final ArchRule NO_CHANNEL_KNOWS_A_SIBLING =
      slices()
          .matching("io.direktdraht.channel.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAnyPackage(SHARED_BY_CHANNELS));

  @ArchTest
  static final ArchRule SETTING_UP_KNOWS_NO_CHANNEL =
      noClasses()
          .that()
          .resideInAPackage("io.direktdraht.channel.setup..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("io.direktdraht.channel..")
                  .and(not(resideInAPackage("io.direktdraht.channel.setup.."))));

  @ArchTest
  static final ArchRule STORAGE_DRIVES_PORTS_ONLY =
      noClasses()
          .that()
          .resideInAPackage("io.direktdraht.storage..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.direktdraht.bot..",
              "io.direktdraht.channel..",
              "io.direktdraht.intents..",
              "io.direktdraht.console.web..",
              "org.springframework.web..");

  @ArchTest
  static final ArchRule NOBODY_KNOWS_THE_SERVER =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.direktdraht.server..", "io.direktdraht.benchmarks..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.direktdraht.server..");

  @ArchTest
  static final ArchRule NO_GUAVA_AND_NO_COMMONS_LANG =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.common..", "org.apache.commons.lang..", "org.apache.commons.lang3..");

  @ArchTest
  static final ArchRule NO_VAGUE_NAMES =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  /// Neither test classes nor the jars that share them.
  static final class WhatShips implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar") && !location.contains("/test-classes/");
    }
  }

  private ArchitectureTest() {}
}
