/** Clients of the demo whose names try the layout: very long, very short, accents, apostrophes, hyphens, particles. */
export const REMARKABLE_NAMES = [
  "Siobhán O'Connor",
  'Aoife Ní Dhomhnaill',
  'José Ángel Núñez Peña',
  'Zoë Łukasiewicz',
  'François L’Hôpital',
  'Bo Li',
  'Ng Wei',
  'Maximiliana Featherstonehaugh-Cholmondeley',
  'Oluwaseun Adébáyọ̀-Ògúnbánjọ',
  'Wolfgang Amadeus Freiherr von Schöllenbach-Hohenstein',
  'Nguyễn Thị Minh Khai',
  "Jean-Baptiste D'Angelo",
  'Björk Guðmundsdóttir',
  'Ayşe Gül Çelikoğlu',
  'María de los Ángeles Rodríguez-Santamaría',
  'Dvořák Žaneta',
] as const

export const GIVEN_NAMES = [
  ...[
    'Maya',
    'Liam',
    'Priya',
    'Noah',
    'Amina',
    'Ethan',
    'Sofia',
    'Jamal',
    'Hannah',
    'Mateo',
    'Keiko',
    'Owen',
    'Fatima',
  ],
  ...['Lucas', 'Ines', 'Darnell', 'Chloe', 'Ravi', 'Grace', 'Samuel', 'Leila', 'Anton', 'Naomi', 'Victor', 'Renée'],
  ...['Caleb', 'Yara', 'Thomas', 'Adaeze', 'Felix', 'Mei', 'Andre', 'Clara', 'Kofi', 'Elise', 'Marcus', 'Shira'],
  ...['Dominic', 'Talia', 'Hugo', 'Beatriz', 'Walter', 'Zainab', 'Peter', 'Imani', 'Julian', 'Rosalind', 'Karim'],
] as const

export const FAMILY_NAMES = [
  ...['Alvarez', 'Thompson', 'Krishnan', 'Okafor', 'Goldberg', 'Nakamura', 'Rossi', 'Johnson', 'Haddad', 'Kowalski'],
  ...['Nguyen', 'Fitzgerald', 'Castillo', 'Andersson', 'Baptiste', 'Cohen', 'Mbeki', 'Petrov', 'Sullivan', 'Hernández'],
  ...['Park', 'Whitaker', 'Rahman', 'Delgado', "O'Brien", 'Lindgren', 'Washington', 'Moreau', 'Patel', 'Schneider'],
  ...['Ferreira', 'Abdi', 'Carver', 'Yamamoto', 'Novak', 'Brooks', 'Espinoza', 'Tremblay', 'McAllister', 'Singh'],
  ...['Vaughn', 'Zhou', 'Osei', 'Bianchi', 'Kaplan', 'Reyes', 'Holloway', "D'Souza", 'Eriksen', 'Turner', 'Levy'],
  ...['Monroe', 'Adeyemi', 'Sato', 'Guerrero', 'Pruitt', 'Ibrahim', 'Walsh', 'Chowdhury', 'Stein'],
] as const
