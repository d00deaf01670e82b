import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { listOf } from '../http/shapes.dto.js';

export class MailSampleDto {
  @ApiProperty({ example: 'daily-digest' })
  template!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ description: 'Who gets such an email.' })
  sentTo!: string;
}

export class MailSampleListDto extends listOf(MailSampleDto) {}

export class MailTemplateParam {
  @ApiProperty({ example: 'daily-digest' })
  @IsString()
  @MaxLength(60)
  template!: string;
}

export class MailPreviewDto {
  @ApiProperty()
  template!: string;

  @ApiProperty()
  subject!: string;

  @ApiProperty({ description: 'A whole document; show it in a sandboxed frame.' })
  html!: string;

  @ApiProperty({ description: 'The text part, the same words in the same order.' })
  text!: string;

  @ApiProperty({ type: [String], description: 'Names of the attached files.' })
  attachments!: string[];
}
