import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { OffersService } from '@app/offers/offers.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { Documented } from '../http/documented.js';
import { offersDocs } from './offers.docs.js';
import { CandidacyWithOfferDto, DecideOfferDto, ExtendOfferDto, SetStartDateDto, TakeBackDto } from './offers.dto.js';

@ApiTags('offers')
@Documented<OffersController>(offersDocs)
@Controller()
export class OffersController {
  constructor(private readonly offers: OffersService) {}

  @Post('candidacies/:id/offers')
  @ApiCreatedResponse({ type: CandidacyWithOfferDto })
  extend(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: ExtendOfferDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.extendOffer(actor, id, input);
  }

  @Post('offers/:id/decision')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidacyWithOfferDto })
  decide(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: DecideOfferDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.decideOffer(actor, id, input);
  }

  @Patch('offers/:id/start-date')
  @ApiOkResponse({ type: CandidacyWithOfferDto })
  setStartDate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: SetStartDateDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.setStartDate(actor, id, input);
  }

  @Post('offers/:id/taking-back')
  @HttpCode(200)
  @ApiOkResponse({ type: CandidacyWithOfferDto })
  takeBack(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: TakeBackDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.takeBackAcceptance(actor, id, input);
  }
}
