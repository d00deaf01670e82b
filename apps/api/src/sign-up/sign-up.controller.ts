import { Body, Controller, Ip, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { insertDefaultStages } from '@app/pipeline/default-stages.js';
import { SignUpService } from '@app/sign-up/sign-up.service.js';
import { Public } from '../http/public.decorator.js';
import { FoundedDto, SignUpDto } from './sign-up.dto.js';

@ApiTags('sign-up')
@Public()
@Controller('sign-up')
export class SignUpController {
  constructor(private readonly signUps: SignUpService) {}

  /** Makes a firm with its first office, the default stages and its first user, an admin. */
  @Post()
  @ApiCreatedResponse({ type: FoundedDto })
  signUp(@Body() input: SignUpDto, @Ip() address: string): Promise<FoundedDto> {
    return this.signUps.signUp(input, address, insertDefaultStages);
  }
}
