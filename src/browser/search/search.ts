import { SearchPage } from './page.ts'

SearchPage.start()
