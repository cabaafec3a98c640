trigger ConnectionTrigger on Connection__c(
    before insert,
    before update,
    after insert,
    after update,
    after delete,
    after undelete
) {
    if (Trigger.isBefore) {
        ConnectionRules.check(Trigger.new);
        if (Trigger.isUpdate) {
            ConnectionRules.keepNames(Trigger.new, Trigger.oldMap);
        }
        ConnectionRules.guard(Trigger.new, Trigger.oldMap);
    } else if (Trigger.isDelete) {
        ConnectionRules.forget(Trigger.old);
        Deliveries.forget(Trigger.old);
    } else {
        ConnectionRules.copy(Trigger.new, Trigger.oldMap);
        Deliveries.follow(Trigger.new, Trigger.oldMap);
    }
}
