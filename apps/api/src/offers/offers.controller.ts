import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@app/identity/identity.types.js';
import { OffersService } from '@app/offers/offers.service.js';
import { CurrentActor } from '../http/current-actor.decorator.js';
import { IdParam } from '../http/id.dto.js';
import { CandidacyWithOfferDto, DecideOfferDto, ExtendOfferDto } from './offers.dto.js';

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
}
