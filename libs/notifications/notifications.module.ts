import { Module } from '@nestjs/common';
import { NotificationsRepository } from './notifications.repository.js';
import { NotificationsService } from './notifications.service.js';
import { SubscriptionsService } from './subscriptions.service.js';

@Module({
  providers: [NotificationsService, NotificationsRepository, SubscriptionsService],
  exports: [NotificationsService, SubscriptionsService],
})
export class NotificationsModule {}
