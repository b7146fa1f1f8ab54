"""Given names of many languages, and family names of countries far from ours."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

FIRST_NAMES = frozenset(
    """Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Aidan Aisha Alan Albert Alberto Alejandro
    Alessandro Alex Alexander Alexandra Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alison
    Alistair Allan Allen Alvaro Amanda Amelia Amir Amy Ana Anatoly Anders Andre Andrea Andreas
    Andrei Andres Andrew Andy Angela Angelina Angelo Anita Ann Anna Anne Annie Anthony Antoine
    Anton Antonio Anwar April Ariel Arnold Arsene Arthur Arturo Ashley Audrey Barack Barbara
    Barry Beatrice Ben Benedict Benjamin Bernard Bernie Bertie Beth Betty Beverly Bill Billy Bob
    Bobby Boris Brad Bradley Brenda Brendan Brett Brian Bruce Bruno Bryan Caitlin Cameron Carl
    Carla Carlo Carlos Carmen Carol Caroline Carolyn Cate Catherine Cecilia Cesar Charles
    Charlie Chelsea Cherie Cheryl Chris Christian Christina Christine Christopher Chuck Cindy
    Claire Clara Clare Clarence Claude Claudia Claudio Clint Clive Colin Colm Condoleezza Connie
    Conor Craig Cristina Curtis Cynthia Daisy Damian Damien Dan Daniel Daniela Danny Darren Dave
    David Dawn Dean Deborah Denis Dennis Derek Diana Diane Dick Didier Diego Dieter Dilma Dirk
    Dmitry Dominic Dominique Don Donald Donna Doris Dorothy Doug Douglas Duncan Dwight Dylan Ed
    Eddie Edgar Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Elijah Elizabeth Ella
    Ellen Emanuel Emily Emma Emmanuel Enrique Eric Erica Erik Ernest Ernesto Esther Ethan Eugene
    Eva Evan Eve Evelyn Evo Fabio Fatima Federico Felipe Felix Fernando Fidel Fiona Florence
    Frances Francesca Francesco Francis Francisco Francois François Frank Frankie Franz Fred
    Frederick Gabriel Gareth Gary Gavin Geoff Geoffrey George Georgia Georgina Gerald Gerard
    Gerhard Gerry Giovanni Giuseppe Gloria Gonzalo Gordon Grace Graeme Graham Grant Greg Gregory
    Guillermo Gus Gustavo Guy Hamid Hannah Hans Harold Harriet Harris Harry Harvey Hassan Hazel
    Heather Hector Heinz Helen Helena Helmut Henri Henry Herbert Herman Hillary Holly Howard
    Hugh Hugo Humphrey Hussein Iain Ian Ibrahim Igor Imran Ingrid Irene Iris Isaac Isabel
    Isabella Ismail Ivan Ivor Jack Jackie Jacob Jacques Jaime Jake James Jamie Jan Jane Janet
    Janice Jared Jason Javier Jay Jean Jeb Jeff Jeffrey Jennifer Jenny Jeremy Jerome Jerry Jesse
    Jessica Jesus Jesús Jill Jim Jimmy Jo Joan Joanna Joanne Joaquin Joaquín Jodie Joe Joel
    Joerg John Johnny Jon Jonathan Jonny Jordan Jorge Jose José Josef Joseph Josh Joshua Joy
    Joyce Juan Judith Judy Julia Julian Julie Juliet Julio Justin Karen Karin Karl Kate
    Katherine Kathleen Kathryn Kathy Katie Katrina Kay Keira Keith Kelly Ken Kenneth Kerry Kevin
    Khaled Kim Kirsty Kofi Kristi Kristin Kurt Kyle Larry Laura Lauren Laurence Lawrence Lee Leo
    Leon Leonard Leonardo Leslie Lewis Liam Lillian Linda Lindsay Lionel Lisa Liz Lloyd Lorne
    Lorraine Louis Louise Luc Lucas Lucia Lucy Luis Luke Luigi Lula Lydia Lynn Mahmoud Malcolm
    Manfred Manmohan Manuel Marc Marcel Marcelo Marco Marcos Marcus Margaret Maria María Mariana
    Marie Mario Marion Mark Marta Martha Martin Martine Martyn Mary Masoud Massimo Mateo Matt
    Matteo Matthew Maureen Maurice Mauricio Max Maxime Megan Mehdi Mel Melanie Melissa Michael
    Michel Michele Michelle Miguel Mike Mikhail Milan Miles Mimi Miranda Mitch Mitt Mo Mohamed
    Mohammad Mohammed Monica Muhammad Murray Myles Nadia Nancy Naomi Natalia Natalie Natasha
    Nathan Neil Nelson Nicholas Nick Nicola Nicolas Nicole Nigel Niall Nina Noah Noel Nora
    Norman Nouri Olga Oliver Olivia Olivier Omar Oprah Oscar Otto Owen Pablo Paddy Pamela Paolo
    Pascal Pat Patricia Patrick Paul Paula Pauline Pedro Penelope Penny Pervez Pete Peter Phil
    Philip Philippe Phillip Pierre Pilar Polly Rachel Rafael Rahul Ralph Ramón Ramon Randy Raul
    Raúl Ray Raymond Rebecca Recep Reginald Rene René Ricardo Richard Rick Ricky Rob Robert
    Roberto Robin Rod Roger Roland Roman Ron Ronald Ronan Ronnie Rory Rosa Rose Rosemary Ross
    Roy Rupert Russell Ruth Ryan Sabrina Saddam Sally Salman Salvador Sam Samantha Samuel Sandra
    Sara Sarah Scott Sean Sebastian Sergei Sergey Sergio Seth Shane Shannon Sharon Sheila Sheryl
    Shirley Sid Silvio Simon Simone Slobodan Sofia Sonia Sophia Sophie Stacey Stan Stanley
    Stefan Stella Stephane Stephanie Stephen Steve Steven Stewart Stuart Sue Susan Susana
    Suzanne Sven Sylvia Tamara Tara Ted Teresa Terence Terry Tessa Theodore Theresa Thierry
    Thomas Tiger Tim Timothy Tina Toby Todd Tom Tomas Tommy Tony Tracy Trevor Tyler Uma Ursula
    Valentina Valerie Vanessa Venus Vera Vernon Veronica Vicente Victor Victoria Viktor Vijay
    Vincent Virginia Vivian Vladimir Walter Warren Wayne Wendy Werner Wesley Will Willem William
    Willie Winston Wolfgang Xavier Yasser Yitzhak Yolanda Yuri Yves Yvonne Zac Zach Zoe Xi Hu
    Wen Li Wang Zhang Kai Sadio Thabo Oluwaseun Chinedu Kwame Junichiro Shinzo Hiroshi Takeshi
    Yoshihiro Rodrigo Rosario Angel Lorenzo Sandro Pep Abel Achim Ada Adela Adele Adriana Agnes
    Agnieszka Aidar Aino Aki Akira Alain Alejandra Aleksandar Aleksander Aleksandr Aleksei Alena
    Alessandra Alexei Alexey Alfons Alina Alois Alphonse Amadou Amal Aminata Amit Amina
    Anastasia Andrej Andrzej Anika Anil Anja Anke Annette Annika Antonella Antonia Antony Arash
    Ari Armando Arne Arvind Asif Astrid Ataur Augusto Axel Aylin Ayse Ayşe Bart Bashar Beata
    Benny Bernardo Bernd Bettina Birgit Bjorn Björn Bogdan Boutros Branko Brigitte Burak Camilla
    Camille Carolina Carsten Cecile Cem Cesare Charlotte Christel Christoph Christophe Claus
    Clemens Constantin Cornelia Cyril Cyrille Dagmar Dalia Damir Daniele Danielle Danilo Dario
    Davide Deepak Denise Detlef Dimitar Dimitri Dimitris Dino Dmitri Dolores Domenico Dominik
    Dragan Edith Edna Efraim Egon Ehud Ekaterina Elias Elif Elke Elmar Elsa Emilia Emilio Emine
    Emre Enzo Erdem Erich Erna Ernst Erwin Esteban Eugen Eugenio Eveline Fabian Fabienne Fabrice
    Fadi Farid Farouk Fatma Ferdinand Fernanda Filip Flavio Florian Florin Francisca Franco
    Francoise Frederic Frédéric Friedrich Fritz Gabriela Gabriele Gaston Gennady Geert Georg
    Georges Georgios Gerd Gheorghe Gianni Gilbert Gilles Gino Giorgio Giulia Giulio Goran
    Gottfried Graciela Grigory Guido Gunter Günter Gustav Hafez Haim Hakan Halima Hamza Hanna
    Hanne Hans-Peter Harald Hasan Heidi Heike Heiko Heinrich Helga Helge Helmuth Henning Henrik
    Hermann Hilary Hilde Hiroko Horst Hosni Hubert Ignacio Ilham Ilona Ilse Imre Ingeborg Ines
    Inge Ingo Ioan Ion Irina Isabelle Isaias Itzhak Ivana Ivo Iwona Jaap Jacek Jacqueline Jakob
    Jan-Erik Jana Janos János Jaroslav Jelena Jens Jerzy Jesper Jiri Jiří Joachim Joao João
    Jochen Johan Johanna Johannes Jonas Jorg Jörg Josip Jozef József Juha Julien Julius Jurgen
    Jürgen Jussi Kamal Karim Karsten Kasper Katarina Katarzyna Katharina Katrin Katsuya Kazuo
    Kazuya Kemal Kenji Kerstin Khalid Kirsten Kjell Klara Klaus Knut Koji Konrad Krzysztof Lars
    Laszlo László Laurent Leila Lena Lennart Leonid Lothar Luca Luciano Ludmila Ludwig Luisa
    Luiz Lukas Maciej Magda Magdalena Magnus Mahmood Maja Makoto Malgorzata Manoj Manuela Marcin
    Marek Margarita Margit Margot Mariano Marianne Marija Marina Marit Marius Markus Marlene
    Martina Masami Masao Massoud Mateusz Mathias Matthias Mats Matti Maurizio Mauro Mehmet
    Meryem Michaela Michal Michał Miguel-Angel Mika Mikael Mikko Milos Miloš Miroslav Mohamad
    Mohamud Mohan Moritz Moshe Mustafa Mykola Nadim Naoki Narendra Nasser Nelly Nestor Niels
    Nikola Nikolai Nikolaos Nikolaus Nils Norbert Nuno Octavio Olaf Ole Oleg Oleksandr Olena
    Ondrej Osama Oswaldo Ottavio Otmar Ovidiu Paola Parviz Patrice Patricio Pavel Pawel Paweł
    Peer Pekka Per Petar Petr Petra Philipp Pieter Piotr Prakash Priya Radek Radoslav Rafał
    Rainer Rajesh Rajiv Ralf Raphael Rashid Regina Reinhard Renata Renate Renato Riccardo Rita
    Rolf Romano Rudi Rudolf Sabine Sachin Sajid Sakari Salim Salma Sami Samir Sandeep Sanjay
    Sanna Santos Saul Sebastien Sébastien Selim Senad Serge Shahid Shigeru Shimon Silke Silvia
    Simona Slavko Sonja Soren Søren Stanislav Stanislaw Stéphane Steffen Stephan Sunil Suresh
    Susanne Svein Svetlana Sylvie Sylwia Tadeusz Taha Takashi Tamas Tamás Tanja Tapio Tatiana
    Tatyana Tayyip Teemu Theo Thorsten Tibor Timo Tobias Tomasz Tomislav Torsten Toshio Tsutomu
    Ulf Ulrich Ulrike Umberto Ute Uwe Vaclav Václav Vadim Valentin Valeria Valery Vasil Vasily
    Vasyl Veronika Vesna Viktoria Ville Vinod Vitaly Vittorio Vlad Volker Volodymyr Vyacheslav
    Walid Wanda Wassim Wilfried Wilhelm Wim Wojciech Yair Yann Yannick Yasmin Yasuhiro Yevgeny
    Yoko Youssef Yuki Yulia Yusuf Zbigniew Zdenek Zeynep Zoltan Zoran""".split()
)
"""Given names that are common in the news, as written."""


@cache
def _known() -> frozenset[str]:
    text = files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    return frozenset(text.casefold().split("\n")) | frozenset(map(str.casefold, FIRST_NAMES))


@cache
def _families() -> frozenset[str]:
    text = files(__package__).joinpath("family_names.txt").read_text(encoding="utf-8")
    return frozenset(text.casefold().split("\n"))


def is_family_name(word: str) -> bool:
    """Whether ``word`` is known as a family name, in any case."""
    return word.casefold() in _families()


def is_given_name(word: str) -> bool:
    """Whether ``word`` is known as a given name, in any case; of ``Jean-Luc`` the first part."""
    known = _known()
    lower = word.casefold().strip(".")
    return lower in known or ("-" in lower and lower.partition("-")[0] in known)
