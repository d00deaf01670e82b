import { Body, Controller, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { OffersService } from '@app/offers/offers.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { CandidacyWithOfferDto, DecideOfferDto, ExtendOfferDto, SetStartDateDto, TakeBackDto } from './offers.dto.js';

@ApiTags('offers')
@Controller()
export class OffersController {
  constructor(private readonly offers: OffersService) {}

  /** Records that an offer went out; the card goes to the offer stage and the market window stops. */
  @Post('candidacies/:id/offers')
  @ApiCreatedResponse({ type: CandidacyWithOfferDto })
  extend(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: ExtendOfferDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.extendOffer(actor, id, input);
  }

  /** Records the answer; an acceptance places the candidate and closes the search. */
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

  /** The first day, once it is agreed or when it moves; check-ins that are not done follow it. */
  @Patch('offers/:id/start-date')
  @ApiOkResponse({ type: CandidacyWithOfferDto })
  setStartDate(
    @CurrentActor() actor: Actor,
    @Param() { id }: IdParam,
    @Body() input: SetStartDateDto,
  ): Promise<CandidacyWithOfferDto> {
    return this.offers.setStartDate(actor, id, input);
  }

  /** A placement that fell through: the candidacy has ended otherwise, and the search stays closed. */
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
