package io.direktdraht.console.people;

class MemoryPeopleTest implements PeopleContract {
  private final MemoryPeople people = new MemoryPeople();

  @Override
  public Accounts accounts() {
    return people;
  }

  @Override
  public SignIns signIns() {
    return people;
  }
}
