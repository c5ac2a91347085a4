package io.direktdraht.server.crash.product;

class H2ProductKillTest extends ProductKillContract {
  @Override
  String databaseUrl() {
    return "";
  }
}
