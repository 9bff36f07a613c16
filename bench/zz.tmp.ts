import { freeSlots, makeBenchClinic } from './clinic.ts'
import { startDatabase, withDatabase } from './database.ts'
import { fillBook } from './fill-book.ts'
import { connectHttp } from './http.ts'
import { startServer } from './server.ts'
import { bookThrough, eachOf } from './booking/booking.ts'
const day=(d:number)=>new Date(Date.now()+d*864e5).toISOString().slice(0,10)
const database = await startDatabase()
const clinic = await withDatabase(database.appUrl, makeBenchClinic)
await fillBook(database.superuserUrl, clinic, day(-10), 12000)
const slots = freeSlots(clinic, Date.parse(day(20)), 3500)
const server = await startServer(database.ownerUrl, ['--cpu-prof','--cpu-prof-dir=/tmp/prof2'])
const http = connectHttp(server.url, clinic.authorization, 8)
await eachOf(slots.slice(0,500), 8, (s)=>bookThrough(http, clinic, s))
const t=performance.now(), c=server.cpuSeconds()
await eachOf(slots.slice(500), 8, (s)=>bookThrough(http, clinic, s))
console.log('rate', (3000/((performance.now()-t)/1000)).toFixed(0), 'cpu ms', ((server.cpuSeconds()-c)/3).toFixed(2))
http.close(); await server.stop(); await database.stop()
