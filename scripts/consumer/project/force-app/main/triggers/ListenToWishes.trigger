trigger ListenToWishes on tokenward__Refresh_Wanted__e(after insert) {
    Notes.add('wanted', JSON.serialize(Trigger.new));
}
