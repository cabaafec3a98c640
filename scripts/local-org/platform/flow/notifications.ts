import type { Project } from '../../project/model';
import type { OrgDatabase } from '../store/database';

/** A custom notification as its receivers see it under the bell. */
export interface SentNotification {
  /** Developer name of its CustomNotificationType. */
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly targetId: string | undefined;
  /** JSON, as lightning navigation takes it. */
  readonly targetPageRef: string | undefined;
  /** Ids of users, 18 characters. */
  readonly recipients: readonly string[];
  readonly senderId: string;
  readonly at: number;
}

/** What has been sent in this org, the oldest first; for tests and the console. */
export class Notifications {
  readonly sent: SentNotification[] = [];
  readonly #listeners = new Set<(notification: SentNotification) => void>();

  deliver(notification: SentNotification): void {
    this.sent.push(notification);
    for (const listener of this.#listeners) listener(notification);
  }

  onSent(listener: (notification: SentNotification) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The types that a project ships, as queries find them. */
export function seedNotificationTypes(db: OrgDatabase, project: Project): void {
  for (const { type, name, data } of project.components) {
    if (type !== 'CustomNotificationType') continue;
    const label = typeof data['masterLabel'] === 'string' ? data['masterLabel'] : name;
    db.seed('CustomNotificationType', {
      DeveloperName: name,
      CustomNotifTypeName: typeof data['customNotifTypeName'] === 'string' ? data['customNotifTypeName'] : label,
      MasterLabel: label,
      NamespacePrefix: project.namespace === '' ? null : project.namespace,
      Desktop: data['desktop'] === 'true',
      Mobile: data['mobile'] === 'true',
      Language: 'en_US'
    });
  }
}
