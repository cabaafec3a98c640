trigger RefreshWantedTrigger on Refresh_Wanted__e(after insert) {
    RefreshWantedHandler.handle(Trigger.new);
}
