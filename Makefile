# What a developer does here; `make` alone tells.
#
#   make demo      installs what is missing, builds, and reads a real log
#   make test      everything that has to hold, as CI runs it
#   make bench     how fast culprit reads, beside ripgrep, grep and wc; with the targets
#   make limits    writes anew how many instructions and allocations CI allows
#   make install   the program, its man page and completions, below PREFIX (/usr/local)
#   make rules     writes the built-in rules anew from Patterns/
#   make recorded  writes anew which lines each part of a pattern is held by; read what changed
#   make coverage  writes anew which rule knows which condition of which provider
#   make score     how well the corpus is answered
#   make clean     removes everything that was built

PREFIX ?= /usr/local
SWIFT = swift
FLAGS = $(shell tools/swift-flags)
RELEASE = $(shell tools/swift-flags release) -c release

.PHONY: help demo test bench limits install rules recorded coverage score build clean

help:
	@sed -n 's/^#   //p' Makefile

demo:
	@tools/demo

test:
	@tools/test

build:
	@tools/setup
	@$(SWIFT) build $(RELEASE) -q --product culprit

bench: build
	@for product in culprit-lab culprit-rulec; do $(SWIFT) build $(RELEASE) -q --product $$product; done
	@Benchmarks/run

limits: build
	@Benchmarks/limits --record

rules:
	@$(SWIFT) run $(FLAGS) -q culprit-rulec Patterns -o Sources/CulpritPatterns/BuiltInRules.swift --notes Sources/CulpritPatterns/BuiltInNotes.swift

recorded:
	@$(SWIFT) run $(FLAGS) -q culprit-rulec Patterns --record Tests/CulpritPatternsTests/Recorded/lines.txt

coverage:
	@$(SWIFT) run $(FLAGS) -q culprit-lab coverage Documentation/COVERAGE.md

score:
	@$(SWIFT) run $(RELEASE) -q culprit-lab score Corpus

install: build
	@tools/install "$(DESTDIR)$(PREFIX)"

clean:
	rm -rf .build Benchmarks/data Examples/Embedding/.build
